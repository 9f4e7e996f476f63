import { describe, expect, it } from 'vitest';
import { readCard } from '../../../main/receivers/read-card';
import { without } from '../../../main/shared/without';
import {
  blanksCard,
  bytesOf,
  faultOfCard as faultOf,
  goodCard,
  grantCard,
  roleCard,
  statementCard,
} from '../../helpers/receiver-cards';

describe('a receiver card that asks for more than a statement', () => {
  it.each([
    ['blanks', blanksCard],
    ['a role of the own account', roleCard],
    ['a grant', grantCard],
    ['a statement that it will have', { ...blanksCard, known: 'after-arn' }],
  ])('is read as it was made, with %s', async (_what, card) => {
    expect(await readCard(bytesOf(card))).toEqual({ ok: true, value: { card } });
  });

  it.each([
    [
      'a grant beside its statement',
      { ...blanksCard, grant: grantCard.grant },
      'card.unknownField field=grant',
    ],
    ['a grant that would be made at once', without(grantCard, 'known'), 'card.missingField field=known'],
    [
      'a grant for what no grant can be',
      { ...grantCard, grant: { ...grantCard.grant, operations: ['PutKeyPolicy'] } },
      'card.badValue field=grant',
    ],
    [
      'a grant for an account',
      { ...grantCard, blanks: [{ ...grantCard.blanks[0], kind: 'account' }] },
      'card.badValue field=grant',
    ],
    ['a role without a statement', { ...grantCard, trust: roleCard.trust }, 'card.unknownField field=trust'],
    ['a role that it says later', { ...roleCard, known: 'after-arn' }, 'card.unknownField field=trust'],
    [
      'a role that anybody may assume',
      {
        ...roleCard,
        blanks: roleCard.blanks.map((blank) => (blank.name === 'us' ? { ...blank, value: '*' } : blank)),
      },
      'receiver.account reason=digits',
    ],
    [
      'a role that trusts what is no account',
      { ...roleCard, trust: { ...roleCard.trust, principal: 'id', externalId: 'us' } },
      'card.badValue field=trust',
    ],
    [
      'a blank that it does not use',
      { ...statementCard, blanks: grantCard.blanks },
      'card.badValue field=blanks',
    ],
    [
      'a blank that it does not explain',
      { ...roleCard, blanks: blanksCard.blanks },
      'card.badValue field=blanks',
    ],
    [
      'two blanks of one name',
      { ...blanksCard, blanks: [...blanksCard.blanks, blanksCard.blanks[0]] },
      'card.badValue field=blanks',
    ],
    [
      'blanks beside an account',
      { ...goodCard, version: 2, blanks: grantCard.blanks },
      'card.unknownField field=blanks',
    ],
    [
      'a label that turns around',
      { ...grantCard, blanks: [{ ...grantCard.blanks[0], label: 'Our \u202e user' }] },
      'card.text field=blanks reason=character character=U+202E',
    ],
    [
      'a filled-in wildcard',
      { ...blanksCard, blanks: blanksCard.blanks.map((blank) => ({ ...blank, value: '*' })) },
      'receiver.blank label=Role of your tenant reason=arn',
    ],
  ])('is refused with %s', async (_what, card, fault) => {
    expect(await faultOf(JSON.stringify(card))).toBe(fault);
  });

  it.each([
    ['everything', { Action: 'kms:*' }, 'everything', 'kms:*'],
    ['an action that is typed', { Action: { blank: 'tenant' } }, 'otherService', 'acme'],
    [
      'everybody',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalTag/x': { blank: 'tenant' } } } },
      'unbounded',
      '*',
    ],
  ])('cannot ask for %s by its blanks either', async (_what, change, reason, word) => {
    const blanks = blanksCard.blanks.filter(({ name }) =>
      JSON.stringify({ ...blanksCard.statement, ...change }).includes(`"${name}"`),
    );
    const card = { ...blanksCard, blanks, statement: { ...blanksCard.statement, ...change } };
    expect(await faultOf(JSON.stringify(card))).toBe(`receiver.statement reason=${reason} word=${word}`);
  });
});
