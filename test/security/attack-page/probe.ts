/** What an attack could reach: servers on the loopback interface, and files that the test made. */
export interface Targets {
  /** `http://127.0.0.1:port`; a request for /NAME there is a breach by the probe of that name. */
  readonly http: string;
  /** `127.0.0.1:port` of a UDP server. */
  readonly udp: string;
  /** `file:` URLs of a text and of a picture that every user of the computer may read. */
  readonly textFile: string;
  readonly imageFile: string;
}

/**
 * One hostile act. It has succeeded when it gives true, when the code from `breachCode` ran, or when the server saw
 * a request for its name; throwing, false and silence mean that it was blocked.
 */
export interface Probe {
  readonly name: string;
  readonly attack: (targets: Targets, name: string) => unknown;
}

export type Attacks = Readonly<Record<string, Probe['attack']>>;

export function probes(attacks: Attacks): readonly Probe[] {
  return Object.entries(attacks).map(([name, attack]) => ({ name, attack }));
}

/** Source text that reports its own execution. */
export const breachCode = (name: string): string => `globalThis.breached(${JSON.stringify(name)})`;

export const blobUrl = (text: string, type: string): string =>
  URL.createObjectURL(new Blob([text], { type }));

export const dataUrl = (text: string, type: string): string => `data:${type},${encodeURIComponent(text)}`;

/** Adds an element with these attributes to the page. */
export function add(tag: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}
