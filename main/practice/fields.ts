import { invalid, invalidBytes, missing, refuse } from './aws-fault';

/** The members of a JSON request, read one at a time, with AWS's words when one is wrong. */
export interface Fields {
  readonly text: (name: string, limits?: TextLimits) => string;
  readonly optionalText: (name: string, limits?: TextLimits) => string | undefined;
  readonly choice: <T extends string>(name: string, choices: readonly T[]) => T;
  readonly optionalChoice: <T extends string>(name: string, choices: readonly T[]) => T | undefined;
  readonly bytes: (name: string, maxBytes: number) => Uint8Array;
  readonly optionalNumber: (name: string, range: readonly [number, number]) => number | undefined;
  readonly flag: (name: string) => boolean;
  /** Milliseconds since 1970; the wire carries seconds. */
  readonly optionalTime: (name: string) => number | undefined;
  /** Undefined when the member is absent. */
  readonly optionalList: (name: string) => readonly Fields[] | undefined;
  readonly texts: (name: string) => readonly string[];
  /** A map of texts, in the order of its names. */
  readonly textMap: (name: string) => readonly (readonly [string, string])[];
}

export interface TextLimits {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** The member's position in AWS's message, where it differs from the name. */
  readonly position?: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws AwsFault SerializationException when the body is not a JSON object. */
export function readFields(body: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body === '' ? '{}' : body);
  } catch {
    refuse('SerializationException');
  }
  return fieldsOf(isObject(parsed) ? parsed : refuse('SerializationException'));
}

function fieldsOf(input: Readonly<Record<string, unknown>>): Fields {
  const value = (name: string): unknown =>
    Object.hasOwn(input, name) ? (input[name] ?? undefined) : undefined;

  const optionalText: Fields['optionalText'] = (name, limits = {}) => {
    const text = value(name);
    if (text === undefined) return undefined;
    if (typeof text !== 'string') refuse('SerializationException');
    checkText(text, limits.position ?? camel(name), limits);
    return text;
  };
  const optionalChoice: Fields['optionalChoice'] = (name, choices) => {
    const text = optionalText(name);
    if (text === undefined) return undefined;
    return (
      choices.find((choice) => choice === text) ??
      invalid(text, camel(name), `Member must satisfy enum value set: [${choices.join(', ')}]`)
    );
  };
  const list = (name: string): readonly unknown[] | undefined => {
    const items = value(name);
    if (items === undefined) return undefined;
    return Array.isArray(items) ? (items as readonly unknown[]) : refuse('SerializationException');
  };

  return {
    optionalText,
    text: (name, limits) => optionalText(name, limits) ?? missing(limits?.position ?? camel(name)),
    optionalChoice,
    choice: (name, choices) => optionalChoice(name, choices) ?? missing(camel(name)),
    bytes(name, maxBytes) {
      const refused = (constraint: string) => invalidBytes(camel(name), `Member must ${constraint}`);
      const bytes = Buffer.from(optionalText(name) ?? refused('not be null'), 'base64');
      if (bytes.length === 0) refused('have length greater than or equal to 1');
      if (bytes.length > maxBytes) refused(`have length less than or equal to ${maxBytes}`);
      return bytes;
    },
    optionalNumber(name, [min, max]) {
      const number = value(name);
      if (number === undefined) return undefined;
      if (typeof number !== 'number') refuse('SerializationException');
      const limit = (word: string, bound: number) =>
        `Member must have value ${word} than or equal to ${bound}`;
      if (number < min) invalid(String(number), camel(name), limit('greater', min));
      if (number > max) invalid(String(number), camel(name), limit('less', max));
      return number;
    },
    flag(name) {
      const flag = value(name) ?? false;
      return typeof flag === 'boolean' ? flag : refuse('SerializationException');
    },
    optionalTime(name) {
      const seconds = value(name);
      if (seconds === undefined) return undefined;
      return typeof seconds === 'number' ? seconds * 1000 : refuse('SerializationException');
    },
    optionalList: (name) =>
      list(name)?.map((item) => fieldsOf(isObject(item) ? item : refuse('SerializationException'))),
    texts: (name) =>
      list(name)?.map((item) => (typeof item === 'string' ? item : refuse('SerializationException'))) ?? [],
    textMap(name) {
      const map = value(name) ?? {};
      if (!isObject(map)) refuse('SerializationException');
      return Object.entries(map)
        .map(
          ([key, text]) => [key, typeof text === 'string' ? text : refuse('SerializationException')] as const,
        )
        .sort(([one], [other]) => (one < other ? -1 : 1));
    },
  };
}

function checkText(text: string, position: string, { min = 0, max = Infinity, pattern }: TextLimits): void {
  const limit = (word: string, length: number) =>
    `Member must have length ${word} than or equal to ${length}`;
  if (text.length < min) invalid(text, position, limit('greater', min));
  if (text.length > max) invalid(text, position, limit('less', max));
  if (pattern && !pattern.test(text)) {
    invalid(text, position, `Member must satisfy regular expression pattern: ${pattern.source}`);
  }
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
