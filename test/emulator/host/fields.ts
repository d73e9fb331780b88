/** Input that cannot be used: a sentence for whoever sent it, and what would have been right where that is a list. */
export class InputError extends Error {
  readonly known: readonly string[] | undefined;

  constructor(message: string, known?: readonly string[]) {
    super(known === undefined ? message : `${message} Known: ${known.join(', ')}.`);
    this.name = 'InputError';
    this.known = known;
  }
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/**
 * Reads the fields of a JSON object, or of a form, one by one; every complaint is an `InputError` naming the field.
 * A form sends numbers as text, so number fields take `'5'` for 5.
 */
export class Fields {
  readonly #what: string;
  readonly #values: Readonly<Record<string, unknown>>;

  /** @param names The fields there are: any other is refused, so that a typing error is never silently ignored. */
  constructor(value: unknown, what: string, names: readonly string[]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InputError(`${what} must be a JSON object with the fields: ${names.join(', ')}.`);
    }
    const unknown = Object.keys(value).find((name) => !names.includes(name));
    if (unknown !== undefined) throw new InputError(`${what} has no field '${unknown}'.`, names);
    this.#what = what;
    this.#values = { ...value };
  }

  /** A field as it was sent. */
  raw(name: string): unknown {
    return this.#values[name];
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** Text that is not empty. */
  text(name: string, fallback?: string): string {
    const value = this.#values[name] ?? fallback;
    if (typeof value === 'string' && value !== '') return value;
    throw new InputError(`${this.#what}: '${name}' must be text that is not empty.`);
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  /** One of a closed list of words. */
  oneOf<Word extends string>(name: string, words: readonly Word[], fallback?: Word): Word {
    const value = this.#values[name] ?? fallback;
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    const sent = value === undefined ? 'missing' : JSON.stringify(value);
    throw new InputError(`${this.#what}: '${name}' cannot be ${sent}.`, words);
  }

  number(name: string, { min, max, whole }: Range, fallback?: number): number {
    const sent = this.#values[name] ?? fallback;
    const value = typeof sent === 'string' && sent.trim() !== '' ? Number(sent) : sent;
    if (typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
    throw new InputError(`${this.#what}: '${name}' must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`);
  }

  optionalNumber(name: string, range: Range): number | undefined {
    return this.has(name) ? this.number(name, range) : undefined;
  }

  /** True or false; forms send `on`, `true` or `false`. */
  optionalFlag(name: string): boolean | undefined {
    const value = this.#values[name];
    if (value === undefined) return undefined;
    if (value === true || value === 'true' || value === 'on') return true;
    if (value === false || value === 'false') return false;
    throw new InputError(`${this.#what}: '${name}' must be true or false.`);
  }

  /** A list; each member is read by `read`. */
  list<Item>(name: string, read: (item: unknown, index: number) => Item): readonly Item[] | undefined {
    const value = this.#values[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw new InputError(`${this.#what}: '${name}' must be a list.`);
    return value.map(read);
  }

  /** An object of texts, for example headers. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.#values[name];
    if (value === undefined) return {};
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      if (entries.length === Object.keys(value).length) return Object.fromEntries(entries);
    }
    throw new InputError(`${this.#what}: '${name}' must be an object whose values are text.`);
  }
}
