import { answerQuery } from '../graph/resourceGraph.ts';
import type { Route } from './request.ts';

/**
 * Resource Graph: a POST that reads, counted as a read of the tenant. It shows what the caller may see.
 * https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export const resourceGraphRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/providers/Microsoft.ResourceGraph/resources',
    type: 'Microsoft.ResourceGraph/resources',
    kind: 'read',
    handler: ({ context, caller, body, access }) =>
      answerQuery(context, caller, body, (scopeId) => access.sees(scopeId)),
  },
];
