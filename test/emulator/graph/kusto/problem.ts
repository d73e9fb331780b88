/** Where in the query text something is, from 1 and 0 as Azure counts them. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A query that cannot be answered, and why. `code` is one that Azure Resource Graph uses in its error details. */
export class QueryProblem extends Error {
  readonly code: 'ParserFailure' | 'InvalidQueryLanguage' | 'SemanticError';
  readonly token: string;
  readonly place: Place;

  constructor(code: QueryProblem['code'], message: string, token: string, place: Place = { line: -1, character: -1 }) {
    super(message);
    this.name = 'QueryProblem';
    this.code = code;
    this.token = token;
    this.place = place;
  }
}

/** For what Azure may well understand and this emulator does not: says so, and where to add it. */
export function notInEmulator(what: string, file: string, place?: Place): QueryProblem {
  const message = `This emulator does not know ${what}. It can be added in test/emulator/graph/${file}.`;
  return new QueryProblem('InvalidQueryLanguage', message, what, place);
}

/** For a query that reads well and means nothing: an unknown column, a wrong kind of value. */
export function semanticProblem(message: string, token: string): QueryProblem {
  return new QueryProblem('SemanticError', message, token);
}
