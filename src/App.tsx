import { Suspense } from 'react';
import { BrowserRouter, useRoutes } from 'react-router';
import { AppFrame } from './pages/frame/AppFrame.tsx';
import { FailedPage } from './pages/frame/FailedPage.tsx';
import { ServicesProvider, type Services } from './pages/services.ts';
import type { Problem } from './domain/problem.ts';
import type { createQueryClient } from './queries/client.ts';
import { QueryProvider } from './queries/QueryProvider.tsx';
import { routes } from './routes.tsx';
import { loadCatalog } from './text/catalogs.ts';
import { formatFor } from './text/format.ts';
import type { Catalog } from './text/en/catalog.ts';
import type { Language } from './text/language.ts';
import { TextProvider } from './text/TextContext.tsx';
import { LoadingRows } from './ui/Loading.tsx';
import { AppTheme, type ThemeName } from './ui/Theme.tsx';
import { useCallback, useMemo, useState } from 'react';

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
                    <Pages />
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

function Pages() {
  return useRoutes(routes);
}

function PageLoading({ label }: { readonly label: string }) {
  return (
    <div style={{ padding: 32 }}>
      <LoadingRows label={label} />
    </div>
  );
}
