import type { PrincipalId } from './ids.ts';

/** What a directory calls a person. Written by people, some of them guests: it is shown as plain text. */
export interface PersonName {
  readonly name: string;
  /** Their user principal name: with it they can be found. */
  readonly account?: string;
}

/** An answer for everybody who was asked for: a name, or `unknown` for those the directory does not give. */
export type PeopleNames = ReadonlyMap<PrincipalId, PersonName | 'unknown'>;
