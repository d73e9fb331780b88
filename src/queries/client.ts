import { QueryClient } from '@tanstack/react-query';

/** The cache of everything read from Azure. One per sign-in: thrown away with it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
  });
}
