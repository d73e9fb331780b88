import type { ScopeId } from './domain/ids.ts';
import type { OfferKey } from './domain/offer.ts';

/** Every address of the app, built in one place. Ids travel encoded; nothing personal is ever part of an address. */
export const paths = {
  overview: '/',
  offers: '/offers',
  /** Takes `offer=`: the identifier of a marketplace plan, with or without a version. */
  addOffer: '/offers/add',
  providerLink: '/offers/link',
  template: '/offers/template',
  offer: (key: OfferKey) => `/offers/${encodeURIComponent(key)}`,
  delegate: (key: OfferKey) => `/offers/${encodeURIComponent(key)}/delegate`,
  review: (key: OfferKey) => `/offers/${encodeURIComponent(key)}/review`,
  /** The whole offer; some of it: see pages/remove/removalAddress.ts. */
  remove: (key: OfferKey) => `/offers/${encodeURIComponent(key)}/remove`,
  /** Shows the newest version; `accept=` also the confirmation. */
  update: (key: OfferKey) => `/offers/${encodeURIComponent(key)}/update`,
  delegations: '/delegations',
  /** Takes what is chosen there: `s=`, see domain/delegationLink.ts. */
  removeDelegations: '/delegations/remove',
  coverage: '/delegations/coverage',
  accessAt: (scope: ScopeId) => `/delegations/at?scope=${encodeURIComponent(scope)}`,
  activity: '/activity',
  guardrails: '/guardrails',
  /** Takes `policy=` and `at=`, the scope it is to be assigned at. */
  assignGuardrail: '/guardrails/assign',
  run: '/run',
  /** What Azure's own deployment engine carries out. */
  handedOver: '/handed-over',
  runs: '/runs',
  receipt: (id: string) => `/runs/${encodeURIComponent(id)}`,
  registration: '/registration',
  /** `back`: a path of the app to go on at. */
  activate: (back: string) => `/activate?back=${encodeURIComponent(back)}`,
  guide: '/guide',
  privacy: '/privacy',
  diagnostics: '/diagnostics',
} as const;
