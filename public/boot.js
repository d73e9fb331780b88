/*
 * Runs before the first paint, so that the first paint is right: language and theme of the person, and the neutral frame
 * in place of the start page where this tab has a session or Entra has just answered. Anything else is main.tsx's.
 */
(function () {
  var html = document.documentElement;

  function read(area, key) {
    try {
      return window[area].getItem(key);
    } catch {
      return null;
    }
  }

  function firstSpoken() {
    for (var i = 0; i < navigator.languages.length; i++) {
      var language = navigator.languages[i].slice(0, 2).toLowerCase();
      if (language === 'en' || language === 'ko') return language;
    }
    return 'en';
  }

  var language = read('localStorage', 'lighthouse.language');
  html.lang = language === 'en' || language === 'ko' ? language : firstSpoken();

  var theme = read('localStorage', 'lighthouse.theme');
  if (theme === 'light' || theme === 'dark') html.dataset.theme = theme;

  var trip = read('sessionStorage', 'lighthouse.trip') || '';
  var answered = trip.indexOf('back:') === 0 && trip !== 'back:signOut';
  if (answered || read('sessionStorage', 'lighthouse.session')) html.dataset.boot = 'signedIn';
})();
