/** What the parts of an ARN are, as AWS names them. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  /** Everything after the fifth colon: `key/…`, `role/path/Name`. */
  readonly resource: string;
}

const pattern = /^arn:(aws(?:-[a-z]+)*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):([\x21-\x7e]{1,1024})$/;

/** @returns the parts, or undefined for text that is no ARN. */
export function parseArn(text: string): ArnParts | undefined {
  const [, partition, service, region, accountId, resource] = pattern.exec(text) ?? [];
  if (partition === undefined || service === undefined || resource === undefined) return undefined;
  return { partition, service, region: region ?? '', accountId: accountId ?? '', resource };
}

/** The key id that a key ARN ends with, or the text itself when it is a key id already. */
export function keyIdOf(keyIdOrArn: string): string {
  const arn = parseArn(keyIdOrArn);
  return arn?.resource.startsWith('key/') ? arn.resource.slice('key/'.length) : keyIdOrArn;
}
