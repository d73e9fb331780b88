import type { Service } from '../context.ts';
import { answerArm } from './answer.ts';
import { requireApiVersion } from './apiVersions.ts';
import { authenticate } from './authenticate.ts';
import { refusal, reply } from './reply.ts';
import { segmentsOf } from './router.ts';

const ROOTS = ['subscriptions', 'tenants', 'providers'];

/**
 * The emulated Azure Resource Manager. Answers everything below `/subscriptions`, `/tenants` and `/providers`; what it does
 * not know is a 501 that names the file to edit. ARM asks for the api-version first and for the token second.
 */
export const arm: Service = async (request, url, context) => {
  const [root] = segmentsOf(url.pathname);
  if (root === undefined || !ROOTS.includes(root.toLowerCase())) return undefined;
  try {
    requireApiVersion(url);
    const caller = authenticate(request, url, context);
    return await answerArm(request, url, context, caller);
  } catch (error) {
    return reply(request, refusal(error));
  }
};
