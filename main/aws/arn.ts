/** The parts of an ARN, as AWS names them. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  /** Everything after the fifth colon: `key/…`, `role/path/Name`. */
  readonly resource: string;
}

const pattern = /^arn:(aws(?:-[a-z]+)*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):([\x21-\x7e]{1,1024})$/;

/** @returns undefined for text that is not an ARN. */
export function parseArn(text: string): ArnParts | undefined {
  const [, partition, service, region, accountId, resource] = pattern.exec(text) ?? [];
  if (partition === undefined || service === undefined || resource === undefined) return undefined;
  return { partition, service, region: region ?? '', accountId: accountId ?? '', resource };
}

/** The key id at the end of a key ARN, or the text itself if it is a key id already. */
export function keyIdOf(keyIdOrArn: string): string {
  const arn = parseArn(keyIdOrArn);
  return arn?.resource.startsWith('key/') ? arn.resource.slice('key/'.length) : keyIdOrArn;
}
