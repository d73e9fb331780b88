import { matchRoutes, type NonIndexRouteObject } from 'react-router';
import { OfferedEntry } from './pages/addOffer/OfferedEntry.tsx';
import { NotFoundPage } from './pages/frame/NotFoundPage.tsx';
import { page, type Page } from './pages/page.tsx';
import { paths } from './paths.ts';

const OverviewPage = page(async () => ({ default: (await import('./pages/overview/OverviewPage.tsx')).OverviewPage }));
const OffersPage = page(async () => ({ default: (await import('./pages/offers/OffersPage.tsx')).OffersPage }));
const OfferPage = page(async () => ({ default: (await import('./pages/offers/OfferPage.tsx')).OfferPage }));
const DelegationsPage = page(async () => ({
  default: (await import('./pages/delegations/DelegationsPage.tsx')).DelegationsPage,
}));
const CoveragePage = page(async () => ({
  default: (await import('./pages/delegations/CoveragePage.tsx')).CoveragePage,
}));
const ScopeAccessPage = page(async () => ({
  default: (await import('./pages/delegations/ScopeAccessPage.tsx')).ScopeAccessPage,
}));
const AddOfferPage = page(async () => ({
  default: (await import('./pages/addOffer/AddOfferPage.tsx')).AddOfferPage,
}));
const ProviderLinkPage = page(async () => ({
  default: (await import('./pages/addOffer/ProviderLinkPage.tsx')).ProviderLinkPage,
}));
const UpdatePage = page(async () => ({ default: (await import('./pages/update/UpdatePage.tsx')).UpdatePage }));
const TemplatePage = page(async () => ({
  default: (await import('./pages/template/TemplatePage.tsx')).TemplatePage,
}));
const ScopesPage = page(async () => ({ default: (await import('./pages/delegate/ScopesPage.tsx')).ScopesPage }));
const ReviewPage = page(async () => ({ default: (await import('./pages/delegate/ReviewPage.tsx')).ReviewPage }));
const RemovePage = page(async () => ({ default: (await import('./pages/remove/RemovePage.tsx')).RemovePage }));
const RemoveDelegationsPage = page(async () => ({
  default: (await import('./pages/remove/RemoveDelegationsPage.tsx')).RemoveDelegationsPage,
}));
const RunPage = page(async () => ({ default: (await import('./pages/run/RunPage.tsx')).RunPage }));
const HandedOverPage = page(async () => ({
  default: (await import('./pages/handedOver/HandedOverPage.tsx')).HandedOverPage,
}));
const RunsPage = page(async () => ({ default: (await import('./pages/runs/RunsPage.tsx')).RunsPage }));
const ReceiptPage = page(async () => ({ default: (await import('./pages/runs/ReceiptPage.tsx')).ReceiptPage }));
const RegistrationPage = page(async () => ({
  default: (await import('./pages/registration/RegistrationPage.tsx')).RegistrationPage,
}));
const PrivacyPage = page(async () => ({ default: (await import('./pages/about/PrivacyPage.tsx')).PrivacyPage }));
const DiagnosticsPage = page(async () => ({
  default: (await import('./pages/about/DiagnosticsPage.tsx')).DiagnosticsPage,
}));
const ActivatePage = page(async () => ({
  default: (await import('./pages/activate/ActivatePage.tsx')).ActivatePage,
}));
const ActivityPage = page(async () => ({
  default: (await import('./pages/activity/ActivityPage.tsx')).ActivityPage,
}));
const GuardrailsPage = page(async () => ({
  default: (await import('./pages/guardrails/GuardrailsPage.tsx')).GuardrailsPage,
}));
const AssignGuardrailPage = page(async () => ({
  default: (await import('./pages/guardrails/AssignGuardrailPage.tsx')).AssignGuardrailPage,
}));
const GuidePage = page(async () => ({ default: (await import('./pages/guide/GuidePage.tsx')).GuidePage }));

interface PageRoute extends NonIndexRouteObject {
  readonly bring?: Page['bring'];
  /** It shows nothing before the estate is known. */
  readonly readsEstate?: boolean;
}

const at = (path: string, Page: Page): PageRoute => ({ path, element: <Page />, bring: Page.bring });
const estateAt = (path: string, Page: Page): PageRoute => ({ ...at(path, Page), readsEstate: true });

/** The page of every address. */
export const routes: PageRoute[] = [
  {
    ...estateAt(paths.overview, OverviewPage),
    element: (
      <OfferedEntry>
        <OverviewPage />
      </OfferedEntry>
    ),
  },
  estateAt(paths.offers, OffersPage),
  at(paths.addOffer, AddOfferPage),
  at(paths.providerLink, ProviderLinkPage),
  at(paths.template, TemplatePage),
  estateAt(`${paths.offers}/:key`, OfferPage),
  estateAt(`${paths.offers}/:key/delegate`, ScopesPage),
  estateAt(`${paths.offers}/:key/update`, UpdatePage),
  estateAt(`${paths.offers}/:key/review`, ReviewPage),
  estateAt(`${paths.offers}/:key/remove`, RemovePage),
  estateAt(paths.removeDelegations, RemoveDelegationsPage),
  estateAt(paths.delegations, DelegationsPage),
  estateAt(paths.coverage, CoveragePage),
  estateAt(`${paths.delegations}/at`, ScopeAccessPage),
  at(paths.guardrails, GuardrailsPage),
  at(paths.assignGuardrail, AssignGuardrailPage),
  at(paths.activity, ActivityPage),
  at(paths.run, RunPage),
  at(paths.handedOver, HandedOverPage),
  at(paths.runs, RunsPage),
  at(`${paths.runs}/:id`, ReceiptPage),
  estateAt(paths.registration, RegistrationPage),
  at('/activate', ActivatePage),
  at(paths.guide, GuidePage),
  at(paths.privacy, PrivacyPage),
  at(paths.diagnostics, DiagnosticsPage),
  { path: '*', element: <NotFoundPage /> },
];

/**
 * Brings the code of the page at this address, so that it is there when the app is drawn: React keeps what it shows in place
 * of a missing part for 300 ms at least. What does not come is the page's own to say.
 */
export async function bringPageAt(pathname: string): Promise<void> {
  await routeAt(pathname)
    ?.bring?.()
    .catch(() => undefined);
}

/** Whether the page at this address needs the estate before it shows anything. */
export function readsEstateAt(pathname: string): boolean {
  return routeAt(pathname)?.readsEstate === true;
}

function routeAt(pathname: string): PageRoute | undefined {
  return matchRoutes(routes, pathname)?.at(-1)?.route;
}
