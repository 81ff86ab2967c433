"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const $ = (id) => document.getElementById(id);

/* What the browser remembers; a page opened from a file may be refused that. */
const memory = {
  get(key) { try { return localStorage.getItem("policydiff." + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("policydiff." + key, value); } catch { /* kept for this visit only */ } },
};

/* Elements are built from text, never from markup. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("data-") || name.startsWith("aria-") || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/* Language. An element with data-t shows that label, filled in from data-v. */
const chinese = () => root.lang.startsWith("zh");
function say(key, values = {}) {
  const label = data.labels[key];
  if (!label) return key;
  return label[chinese() ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "string" && value.startsWith("@") ? say(value.slice(1)) : value ?? "";
  });
}
const word = (name) => (chinese() && data.words[name]) || name;
function label(tag, key, values, properties = {}) {
  const extra = values ? { "data-v": JSON.stringify(values) } : {};
  return make(tag, { "data-t": key, ...extra, ...properties, textContent: say(key, values) });
}
function translate(within) {
  for (const element of within.querySelectorAll("[data-t]")) {
    const text = say(element.dataset.t, element.dataset.v && JSON.parse(element.dataset.v));
    if (element.textContent !== text) element.textContent = text;
    if (element.id !== "language" && element.parentElement.closest("[lang]") !== root) element.lang = root.lang;
  }
  for (const element of within.querySelectorAll("[data-t-placeholder]")) {
    element.placeholder = say(element.dataset.tPlaceholder);
  }
}
$("language").addEventListener("click", () => {
  root.lang = chinese() ? "en" : "zh-Hans";
  memory.set("language", root.lang);
  $("language").lang = chinese() ? "en" : "zh";
  translate(document);
  document.dispatchEvent(new Event("language"));
});
$("language").lang = chinese() ? "en" : "zh";

/* Light and dark. */
function theme(name) {
  root.dataset.theme = name;
  $("theme").setAttribute("aria-pressed", String(name === "dark"));
}
theme(root.dataset.theme);
$("theme").addEventListener("click", () => {
  theme(root.dataset.theme === "dark" ? "light" : "dark");
  memory.set("theme", root.dataset.theme);
});
