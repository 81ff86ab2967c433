(() => {
  const root = document.documentElement;
  const stored = (key) => {
    try { return localStorage.getItem("policydiff." + key); } catch { return null; }
  };
  root.dataset.theme = stored("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.lang = stored("language") || (/^zh/i.test(navigator.language) ? "zh-Hans" : "en");
})();
