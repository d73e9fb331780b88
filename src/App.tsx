import { Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { OfferedEntry } from './pages/addOffer/OfferedEntry.tsx';
import { AppFrame } from './pages/frame/AppFrame.tsx';
import { FailedPage } from './pages/frame/FailedPage.tsx';
import { NotFoundPage } from './pages/frame/NotFoundPage.tsx';
import { page } from './pages/page.ts';
import { ServicesProvider, type Services } from './pages/services.ts';
import type { Problem } from './domain/problem.ts';
import { paths } from './paths.ts';
import type { createQueryClient } from './queries/client.ts';
import { QueryProvider } from './queries/QueryProvider.tsx';
import { loadCatalog } from './text/catalogs.ts';
import { formatFor } from './text/format.ts';
import type { Catalog } from './text/en/catalog.ts';
import type { Language } from './text/language.ts';
import { TextProvider } from './text/TextContext.tsx';
import { LoadingRows } from './ui/Loading.tsx';
import { AppTheme, type ThemeName } from './ui/Theme.tsx';
import { useCallback, useMemo, useState } from 'react';

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

export interface AppProps {
  readonly services: Services;
  readonly queryClient: ReturnType<typeof createQueryClient>;
  readonly language: Language;
  readonly catalog: Catalog;
  readonly theme: ThemeName;
  /** Why the last trip to Entra (a step-up, another tenant) brought nothing. */
  readonly problem: Problem | undefined;
  /** Keeps what the person chose; the choice itself takes effect here. */
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: (theme: ThemeName) => void;
}

/** The app of a signed-in person. */
export function App(props: AppProps) {
  const [spoken, setSpoken] = useState({ language: props.language, catalog: props.catalog });
  const [theme, setTheme] = useState(props.theme);
  const { onLanguage, onTheme } = props;
  const setLanguage = useCallback(
    (language: Language) => {
      void loadCatalog(language).then((catalog) => {
        setSpoken({ language, catalog });
        onLanguage(language);
      });
    },
    [onLanguage],
  );
  const chooseTheme = useCallback(
    (name: ThemeName) => {
      setTheme(name);
      onTheme(name);
    },
    [onTheme],
  );
  const text = useMemo(
    () => ({ language: spoken.language, t: spoken.catalog, format: formatFor(spoken.language), setLanguage }),
    [spoken, setLanguage],
  );
  return (
    <AppTheme name={theme}>
      <TextProvider text={text}>
        <QueryProvider client={props.queryClient}>
          <ServicesProvider value={props.services}>
            <BrowserRouter>
              <AppFrame theme={theme} onTheme={chooseTheme} problem={props.problem}>
                <FailedPage>
                  <Suspense fallback={<PageLoading label={text.t.common.loading} />}>
                    <Routes>
                      <Route
                        path={paths.overview}
                        element={
                          <OfferedEntry>
                            <OverviewPage />
                          </OfferedEntry>
                        }
                      />
                      <Route path={paths.offers} element={<OffersPage />} />
                      <Route path={paths.addOffer} element={<AddOfferPage />} />
                      <Route path={paths.providerLink} element={<ProviderLinkPage />} />
                      <Route path={paths.template} element={<TemplatePage />} />
                      <Route path={`${paths.offers}/:key`} element={<OfferPage />} />
                      <Route path={`${paths.offers}/:key/delegate`} element={<ScopesPage />} />
                      <Route path={`${paths.offers}/:key/update`} element={<UpdatePage />} />
                      <Route path={`${paths.offers}/:key/review`} element={<ReviewPage />} />
                      <Route path={`${paths.offers}/:key/remove`} element={<RemovePage />} />
                      <Route path={paths.removeDelegations} element={<RemoveDelegationsPage />} />
                      <Route path={paths.delegations} element={<DelegationsPage />} />
                      <Route path={paths.coverage} element={<CoveragePage />} />
                      <Route path={`${paths.delegations}/at`} element={<ScopeAccessPage />} />
                      <Route path={paths.guardrails} element={<GuardrailsPage />} />
                      <Route path={paths.assignGuardrail} element={<AssignGuardrailPage />} />
                      <Route path={paths.activity} element={<ActivityPage />} />
                      <Route path={paths.run} element={<RunPage />} />
                      <Route path={paths.handedOver} element={<HandedOverPage />} />
                      <Route path={paths.runs} element={<RunsPage />} />
                      <Route path={`${paths.runs}/:id`} element={<ReceiptPage />} />
                      <Route path={paths.registration} element={<RegistrationPage />} />
                      <Route path="/activate" element={<ActivatePage />} />
                      <Route path={paths.guide} element={<GuidePage />} />
                      <Route path={paths.privacy} element={<PrivacyPage />} />
                      <Route path={paths.diagnostics} element={<DiagnosticsPage />} />
                      <Route path="*" element={<NotFoundPage />} />
                    </Routes>
                  </Suspense>
                </FailedPage>
              </AppFrame>
            </BrowserRouter>
          </ServicesProvider>
        </QueryProvider>
      </TextProvider>
    </AppTheme>
  );
}

function PageLoading({ label }: { readonly label: string }) {
  return (
    <div style={{ padding: 32 }}>
      <LoadingRows label={label} />
    </div>
  );
}
