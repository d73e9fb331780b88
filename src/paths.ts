import type { OfferKey } from './domain/offer.ts';

/** Every address of the app, built in one place. Ids travel encoded; nothing personal is ever part of an address. */
export const paths = {
  overview: '/',
  offers: '/offers',
  offer: (key: OfferKey) => `/offers/${encodeURIComponent(key)}`,
  delegate: (key: OfferKey) => `/offers/${encodeURIComponent(key)}/delegate`,
  review: (key: OfferKey) => `/offers/${encodeURIComponent(key)}/review`,
  run: '/run',
  runs: '/runs',
  receipt: (id: string) => `/runs/${encodeURIComponent(id)}`,
  registration: '/registration',
  guide: '/guide',
  privacy: '/privacy',
  diagnostics: '/diagnostics',
} as const;
