import type { Config } from '../../config.ts';
import type { Membership } from '../../domain/guest.ts';
import { countsOf, type RunState } from '../../domain/run.ts';
import type { Trouble } from '../../domain/trouble.ts';

/** What diagnostics are made from. None of it is a name or a token. */
export interface DiagnosticFacts {
  readonly app: { readonly name: string; readonly version: string };
  readonly config: Config;
  readonly membership: Membership;
  /** Of the signed-in tenant. */
  readonly tenantId: string;
  readonly language: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly browser: {
    readonly userAgent: string;
    readonly width: number;
    readonly height: number;
    readonly online: boolean;
    readonly timeZone: string;
  };
  /** Whether the browser lets the app keep receipts and runs. */
  readonly keeps: boolean;
  readonly run: RunState | undefined;
  readonly trouble: readonly Trouble[];
}

/**
 * Diagnostics as text, one fact a line, the same in every language: for whoever helps. A contact may be somebody's
 * address, so only whether there is one is said.
 */
export function diagnosticsText({ app, config, browser, ...facts }: DiagnosticFacts): string {
  const { supportContact, local, ...settings } = config;
  return [
    `${app.name} ${app.version}`,
    `time: ${new Date(facts.now).toISOString()} (${browser.timeZone})`,
    `browser: ${browser.userAgent}`,
    `window: ${browser.width} x ${browser.height}, online: ${browser.online}, keeps data: ${facts.keeps}`,
    `language: ${facts.language}`,
    `tenant: ${facts.tenantId}, account: ${facts.membership}`,
    `config: ${JSON.stringify({ ...settings, supportContact: supportContact !== undefined, local: local !== undefined })}`,
    ...(facts.run ? [`run: ${runLine(facts.run)}`] : []),
    `requests that did not end well: ${facts.trouble.length}`,
    ...facts.trouble.map(troubleLine),
  ].join('\n');
}

function runLine(run: RunState): string {
  return `${run.runId}, ${run.phase.name}, ${JSON.stringify(countsOf(run))}`;
}

function troubleLine(trouble: Trouble): string {
  const { at, method, address, code, status, azureCode, clientRequestId, requestId, took } = trouble;
  const answer = [status, azureCode].filter((part) => part !== undefined).join(' ');
  return [
    `- ${new Date(at).toISOString()} ${method} ${address}`,
    `  ${code}${answer === '' ? '' : ` (${answer})`}, ${took} ms, client request ${clientRequestId ?? 'unknown'}` +
      (requestId === undefined ? '' : `, request ${requestId}`),
  ].join('\n');
}
