/** When a part of the app cannot be loaded any more. */
export const upgrade = {
  title: 'This page could not be loaded',
  what: 'The connection was lost, or the site has been upgraded since you opened it. Nothing was changed in Azure by it.',
  next: 'Reload to get the page. If a run is in progress, let it end first: it goes on meanwhile.',
};
