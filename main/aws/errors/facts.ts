type Facts = Readonly<Record<string, string>>;

const reasons: readonly (readonly [RegExp, string])[] = [
  [/service control policy/i, 'service-control-policy'],
  [/resource control policy/i, 'resource-control-policy'],
  [/vpc endpoint policy/i, 'vpc-endpoint-policy'],
  [/permissions boundary/i, 'permissions-boundary'],
  [/session policy/i, 'session-policy'],
  [/resource-based policy/i, 'resource-based-policy'],
  [/identity-based policy/i, 'identity-based-policy'],
];

/**
 * The facts in AWS's text about a denied call: the action, the kind of resource, the kind of policy, and whether it was
 * an explicit deny. Nothing else of the text is kept.
 */
export function accessDeniedFacts(message: string): Facts {
  const action = /not authorized to perform:? ([a-z0-9-]{2,30}:[A-Za-z]{3,60})\b/.exec(message)?.[1];
  const resource = /on resource: (\S+)/.exec(message)?.[1];
  const kind = resource === undefined ? undefined : resourceKind(resource);
  const because = reasons.find(([words]) => words.test(message))?.[1];
  return {
    ...(action === undefined ? {} : { action }),
    ...(kind === undefined ? {} : { resource: kind }),
    ...(because === undefined ? {} : { because }),
    ...(/explicit deny/i.test(message) ? { explicit: 'yes' } : {}),
  };
}

function resourceKind(arn: string): string | undefined {
  const kind = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(key|alias|role|user)[/:]/.exec(arn)?.[1];
  return kind ?? (arn.startsWith('*') ? 'account' : undefined);
}

const states: readonly (readonly [RegExp, string])[] = [
  [/pending import/i, 'PendingImport'],
  [/pending replica deletion/i, 'PendingReplicaDeletion'],
  [/pending deletion/i, 'PendingDeletion'],
  [/pending rotation|pending for the key/i, 'PendingRotation'],
  [/creating/i, 'Creating'],
  [/updating/i, 'Updating'],
  [/unavailable/i, 'Unavailable'],
  [/disabled/i, 'Disabled'],
];

/** The key state in a text of KMS, as the API names it. */
export function invalidStateFacts(message: string): Facts {
  const state = states.find(([words]) => words.test(message))?.[1];
  return state === undefined ? {} : { state };
}

/** The name of the field that AWS refused, without its value, which such texts echo. */
export function validationFacts(message: string): Facts {
  const field = /\bat '([A-Za-z][A-Za-z0-9.]{0,60})' failed to satisfy constraint/.exec(message)?.[1];
  return field === undefined ? {} : { field };
}
