import type { FaultAction } from './rules.ts';

type Meanwhile = Pick<Extract<FaultAction, { kind: 'meanwhile' }>, 'path' | 'body'>;

/** What somebody else does, about the very request that the fault strikes: its path, its scope, its body. */
export async function aboutRequest({ path, body }: Meanwhile, url: URL, request: Request): Promise<Meanwhile> {
  const [scope = ''] = url.pathname.split('/providers/');
  return {
    path: path.replaceAll('{path}', url.pathname).replaceAll('{scope}', scope),
    body: body === '{body}' ? ((await request.clone().json()) as unknown) : body,
  };
}
