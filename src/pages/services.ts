import { createContext, useContext } from 'react';
import type { Directory, Session } from '../auth/session.ts';
import type { Config } from '../config.ts';
import type { ActivationRequest } from '../domain/activation.ts';
import type { Expectation } from '../domain/expectation.ts';
import type { Membership } from '../domain/guest.ts';
import type { Surroundings } from '../domain/port.ts';
import type { TroubleLog } from '../domain/trouble.ts';
import type { Checker } from '../queries/checker.ts';
import type { Queries } from '../queries/queries.ts';
import type { Reader } from '../queries/reader.ts';
import type { HandOverHost } from '../runs/handOverHost.ts';
import type { Registrar } from '../runs/registrar.ts';
import type { GuardrailEnd, GuardrailWish } from '../runs/assignGuardrail.ts';
import type { RunHost } from '../runs/runHost.ts';
import type { Receipts } from '../storage/receipts.ts';

/** What the pages work with: joined once per sign-in, the same for its whole life. */
export interface Services {
  /** Name and version of the app. */
  readonly app: { readonly name: string; readonly version: string };
  readonly config: Config;
  readonly session: Session;
  /** Names of people from Microsoft Graph, where this installation may ask it, and where an administrator allows that for everybody. */
  readonly directory?: Pick<Directory, 'allow' | 'cameBack'> & { readonly approvalAddress?: string };
  readonly membership: Membership;
  readonly expectation: Expectation;
  readonly queries: Queries;
  readonly reader: Reader;
  readonly checker: Checker;
  readonly runs: RunHost;
  /** What Azure's own deployment engine carries out. */
  readonly handOvers: HandOverHost;
  readonly receipts: Receipts;
  readonly surroundings: Surroundings;
  readonly registrar: Registrar;
  /** Asks Azure for a role that the person may activate. Rejects with a `ProblemError`. */
  requestActivation(asked: ActivationRequest): Promise<void>;
  /** Assigns a built-in policy as it was confirmed, reads it back, and keeps the receipt, also where Azure refused. */
  assignGuardrail(wish: GuardrailWish): Promise<GuardrailEnd>;
  /** Requests that did not end well lately. */
  readonly trouble: TroubleLog;
  /** Removes everything that the app keeps in this browser, and ends the sign-in of this tab. */
  forgetDevice(): Promise<void>;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext;

/** What the pages work with. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesProvider above it.');
  return services;
}
