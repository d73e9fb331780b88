import { createRoot, type Root } from 'react-dom/client';
import { App } from './App.tsx';
import type { Session } from './auth/session.ts';
import { createAzure, type AzureOptions } from './azure/azure.ts';
import { createDirectory } from './azure/directory/directory.ts';
import { approvalAddress, cloudOf, type Config } from './config.ts';
import { membership } from './domain/guest.ts';
import type { Surroundings } from './domain/port.ts';
import type { Problem } from './domain/problem.ts';
import type { Tenant } from './domain/scope.ts';
import { createTroubleLog, troubleOf } from './domain/trouble.ts';
import { loadPagesWhenIdle } from './pages/page.tsx';
import type { Services } from './pages/services.ts';
import { createChecker } from './queries/checker.ts';
import { createQueryClient } from './queries/client.ts';
import { createQueries } from './queries/queries.ts';
import { createReader } from './queries/reader.ts';
import { rememberWritten } from './queries/written.ts';
import { bringPageAt, readsEstateAt } from './routes.tsx';
import { assignGuardrail } from './runs/assignGuardrail.ts';
import { recordRun, recordUnlessKept } from './runs/recordRun.ts';
import { createRegistrar } from './runs/registrar.ts';
import { createHandOverHost } from './runs/handOverHost.ts';
import { createRunHost } from './runs/runHost.ts';
import { runLockOf, type RunLock } from './runs/runLock.ts';
import { spreadResults } from './runs/spreadResults.ts';
import { browserSurroundings } from './runs/surroundings.ts';
import { watchSleep, type OnWake } from './runs/wake.ts';
import { readLanguage, readTheme, saveLanguage, saveTheme, spokenLanguage } from './storage/preferences.ts';
import { openDatabase, type Owner } from './storage/database.ts';
import { forgetDevice } from './storage/forget.ts';
import { handOversOf } from './storage/handOvers.ts';
import { receiptsOf } from './storage/receipts.ts';
import { browserChannel, type Channel } from './storage/channel.ts';
import { runStoreOf } from './storage/runStore.ts';
import { loadCatalog } from './text/catalogs.ts';
import type { Language } from './text/language.ts';
import type { ThemeName } from './ui/Theme.tsx';
import { app } from './version.ts';
import './ui/base.css';

export { loadPagesWhenIdle };

export interface OpenOptions {
  readonly config: Config;
  readonly session: Session;
  /** Why the last trip to Entra brought nothing. */
  readonly problem?: Problem;
  /** What stands in for this device: tests bring a clock and a network of their own. */
  readonly device?: Partial<Device>;
}

/** What the app needs of the device it runs on. */
export interface Device {
  readonly surroundings: Surroundings;
  readonly httpClient: AzureOptions['httpClient'];
  readonly isOnline: () => boolean;
  /** Of the browser's own surroundings sleep is noticed by itself. */
  readonly onWake: OnWake;
  /** What the tabs of this device have in common, besides what they keep. */
  readonly tabs: { readonly channel: Channel | undefined; readonly lock: (who: Owner) => RunLock };
}

/** Brings what the app will be drawn with, while it is not known yet who is there. What does not come is asked for again. */
export function bringAhead(): void {
  const language = readLanguage() ?? spokenLanguage(navigator.languages);
  void bringPageAt(window.location.pathname);
  if (language) void loadCatalog(language).catch(() => undefined);
}

/** Opens the app of a signed-in person in this place. The page it replaces stays until the app is ready to be drawn. */
export async function openApp(
  place: HTMLElement,
  { config, session, problem, device = {} }: OpenOptions,
): Promise<Root> {
  const language = readLanguage() ?? spokenLanguage(navigator.languages) ?? config.defaultLanguage ?? 'en';
  const { services, queryClient } = joinServices(config, session, device);
  // What the page will wait for longest is on its way before the page is drawn. What goes wrong is the page's own to say.
  if (readsEstateAt(window.location.pathname)) void services.reader.readKnown(services.queries.estate(), Infinity);
  const [catalog] = await Promise.all([loadCatalog(language), bringPageAt(window.location.pathname)]);
  const theme = readTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const onLanguage = (chosen: Language) => {
    saveLanguage(chosen);
    document.documentElement.lang = chosen;
  };
  const onTheme = (chosen: ThemeName) => {
    saveTheme(chosen);
    document.documentElement.dataset['theme'] = chosen;
  };
  const root = createRoot(place);
  root.render(
    <App
      services={services}
      queryClient={queryClient}
      language={language}
      catalog={catalog}
      theme={theme}
      problem={problem}
      onLanguage={onLanguage}
      onTheme={onTheme}
    />,
  );
  return root;
}

/** Joins the rooms for one person in one tenant: everything that was read or begun ends with it. */
function joinServices(config: Config, session: Session, device: Partial<Device>) {
  const { person } = session;
  const { surroundings = browserSurroundings(), isOnline = () => navigator.onLine, httpClient } = device;
  const onWake = device.onWake ?? (device.surroundings ? undefined : watchSleep(surroundings));
  const { channel, lock } = device.tabs ?? { channel: browserChannel(), lock: runLockOf };
  const trouble = createTroubleLog();
  const network = {
    cloud: cloudOf(config),
    ...(config.local && { local: config.local }),
    surroundings,
    isOnline,
    onTrouble: ((problem, { method, url }, took) =>
      trouble.note(troubleOf(problem, method, url, surroundings.now(), took))) satisfies AzureOptions['onTrouble'],
    ...(onWake && { onWake }),
    ...(httpClient && { httpClient }),
  };
  const azure = createAzure({
    ...network,
    credential: session.credential,
    tenantId: person.tenantId,
    objectId: person.objectId,
  });
  const directory = session.directory && createDirectory({ ...network, credential: session.directory.credential });
  const queryClient = createQueryClient();
  const written = rememberWritten(() => surroundings.now());
  const queries = createQueries(azure, person, written, directory);
  const reader = createReader(queryClient, queries, written);
  const database = openDatabase();
  const receipts = receiptsOf(person, database);
  const member = membership({
    tenantId: person.tenantId,
    homeTenantId: person.homeTenantId,
    ...(person.claims.acct !== undefined && { acct: person.claims.acct }),
  });
  // A tenant that cannot be read keeps its id: a record is made in any case.
  const tenant = async (): Promise<Tenant> => {
    const tenants = await reader.readKnown(queries.tenants(), Infinity);
    const found = tenants.state === 'known' ? tenants.value.find(({ id }) => id === person.tenantId) : undefined;
    return found ?? { id: person.tenantId };
  };
  const recorder = { app, person, membership: member, tenant, receipts, surroundings };
  const handOvers = createHandOverHost({
    port: azure.port,
    handOver: (deployment, signal) => azure.handOver(deployment, signal),
    handedOver: (id, signal) => azure.handedOver(id, signal),
    cancel: (id) => azure.cancelHandedOver(id),
    surroundings,
    store: handOversOf(person, database),
    async onEnded(ended, state, deployments) {
      spreadResults(ended, state, reader);
      await recordRun(ended, state, recorder, deployments);
    },
  });
  // What cannot be read here goes on in Azure all the same.
  void handOvers.pickUp().catch(() => undefined);
  const services: Services = {
    app,
    config,
    session,
    ...(session.directory && { directory: directoryFor(config, session.directory, person.tenantId) }),
    membership: member,
    expectation: {
      tenants: config.expectedManagingTenants,
      offers: config.expectedOffers,
      otherwise: config.expected,
    },
    queries,
    reader,
    checker: createChecker(queryClient, queries),
    runs: createRunHost({
      port: azure.port,
      surroundings,
      store: runStoreOf(person, database, channel),
      lock: lock(person),
      onEnded: (ended, state, where) => {
        spreadResults(ended, state, reader);
        if (where === 'here') void recordRun(ended, state, recorder);
        if (where === 'before') void recordUnlessKept(ended, state, recorder);
      },
    }),
    handOvers,
    registrar: createRegistrar({
      register: (subscription) =>
        azure.registerProvider(subscription, {
          clientRequestId: surroundings.newId(),
          correlationId: surroundings.newId(),
        }),
      read: (subscription) => reader.read(queries.registration(subscription), 0),
      surroundings,
    }),
    assignGuardrail: (wish) => assignGuardrail(wish, { azure, reader, ...recorder }),
    requestActivation: (asked) => azure.requestActivation(asked),
    receipts,
    surroundings,
    trouble,
    async forgetDevice() {
      await forgetDevice(await database);
      await session.signOut();
    },
  };
  return { services, queryClient };
}

function directoryFor(
  config: Config,
  { allow, cameBack }: NonNullable<Session['directory']>,
  tenant: Session['person']['tenantId'],
): NonNullable<Services['directory']> {
  const address = approvalAddress({ ...config, tenant });
  return { allow, ...(cameBack && { cameBack }), ...(address !== undefined && { approvalAddress: address }) };
}
