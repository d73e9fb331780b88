/** What a service knows about an answer and the request log wants to show, beside the answer itself. */
export interface ResponseNotes {
  readonly persona?: string;
  readonly errorCode?: string;
}

const notes = new WeakMap<Response, ResponseNotes>();

/** Attaches notes to an answer, on top of those it has. Returns the same answer. */
export function note(response: Response, added: ResponseNotes): Response {
  notes.set(response, { ...notes.get(response), ...added });
  return response;
}

/** The notes of an answer; empty where a service had nothing to say. */
export function notesOf(response: Response): ResponseNotes {
  return notes.get(response) ?? {};
}
