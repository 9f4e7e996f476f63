import { refuse } from '../aws-fault';
import type { PracticePerson } from '../options';
import type { Call } from '../world';
import type { QueryOperation } from './query-operation';

export const iamOperations: ReadonlyMap<string, QueryOperation> = new Map<string, QueryOperation>([
  ['GetRole', getRole],
  ['ListRoles', (call, parameters) => list(call, parameters, 'role')],
  ['ListUsers', (call, parameters) => list(call, parameters, 'user')],
  ['SimulatePrincipalPolicy', simulatePrincipalPolicy],
]);

const created = '2024-01-01T00:00:00Z';

function entryOf({ world, store }: Call, person: PracticePerson): object {
  const { identities } = world;
  const common = { Path: person.path, Arn: identities.arnOf(person, store.region), CreateDate: created };
  return person.kind === 'user'
    ? { ...common, UserName: person.name, UserId: identities.idOf(person) }
    : { ...common, RoleName: person.name, RoleId: identities.idOf(person) };
}

function list(call: Call, parameters: URLSearchParams, kind: PracticePerson['kind']): object {
  const prefix = parameters.get('PathPrefix') ?? '/';
  const size = Number(parameters.get('MaxItems') ?? '100');
  const start = Number(parameters.get('Marker') ?? '0');
  if (!(size >= 1 && size <= 1000) || !Number.isSafeInteger(start) || start < 0) {
    refuse('ValidationException', 'MaxItems or Marker is not valid');
  }
  const all = call.world.identities.people.filter(
    (person) => person.kind === kind && person.path.startsWith(prefix),
  );
  const page = all.slice(start, start + size).map((person) => entryOf(call, person));
  const more = start + size < all.length;
  return {
    [kind === 'user' ? 'Users' : 'Roles']: page,
    IsTruncated: more,
    ...(more ? { Marker: String(start + size) } : {}),
  };
}

function getRole(call: Call, parameters: URLSearchParams): object {
  const name = parameters.get('RoleName') ?? '';
  const role = call.world.identities.person('role', name);
  if (!role) refuse('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
  return { Role: entryOf(call, role) };
}

/** Refuses a session's ARN. Source: IAM API Reference, SimulatePrincipalPolicy. */
function simulatePrincipalPolicy({ world, store }: Call, parameters: URLSearchParams): object {
  const source = parameters.get('PolicySourceArn') ?? '';
  if (!/^arn:[\w-]+:iam::\d{12}:(user|group|role)\//.test(source)) {
    refuse('InvalidInput', `Invalid Entity Arn: ${source} does not clearly define entity type and name.`);
  }
  const { people, arnOf } = world.identities;
  if (!people.some((person) => arnOf(person, store.region) === source)) {
    refuse('NoSuchEntity', `The entity with ARN ${source} cannot be found.`, 404);
  }
  const actions = [...parameters].filter(([name]) => name.startsWith('ActionNames.member.'));
  return {
    EvaluationResults: actions.map(([, action]) => ({
      EvalActionName: action,
      EvalResourceName: '*',
      EvalDecision: world.options.denied.includes(action) ? 'implicitDeny' : 'allowed',
      MatchedStatements: [],
      MissingContextValues: [],
    })),
    IsTruncated: false,
  };
}
