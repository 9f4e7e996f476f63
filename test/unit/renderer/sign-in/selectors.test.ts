import { describe, expect, it } from 'vitest';
import {
  accessFor,
  deniedActions,
  regionOfProfiles,
  signedInFor,
  wayOf,
} from '../../../../renderer/sign-in/selectors';
import { signedOut, type SignInState } from '../../../../renderer/sign-in/state';
import type { ProfileView } from '../../../../main/shared/views/aws';
import { connection, profile, region, regions, signedInView } from '../ceremony-views';

const withProfiles = (...profiles: readonly ProfileView[]): SignInState => ({
  ...signedOut('aws'),
  surroundings: { at: 'ready', view: { profiles, regions, connection } },
});

describe('the way to sign in', () => {
  it.each<[string, SignInState, string]>([
    ['profiles, while they are being read', signedOut('aws'), 'profile'],
    ['profiles, where there are any', withProfiles(profile('work')), 'profile'],
    ['the browser, where there are none', withProfiles(), 'browser'],
    ['what was chosen', { ...withProfiles(), chosenWay: 'pasted' }, 'pasted'],
  ])('is %s', (_, state, way) => {
    expect(wayOf(state)).toBe(way);
  });
});

describe('the Region of the profiles', () => {
  it.each<[string, SignInState, string | undefined]>([
    ['the one that all name', withProfiles(profile('a', { region }), profile('b', { region })), region],
    ['the one that is named', withProfiles(profile('a', { region }), profile('b')), region],
    [
      'none, where two differ',
      withProfiles(profile('a', { region }), profile('b', { region: 'x' })),
      undefined,
    ],
    ['none, where none is named', withProfiles(profile('a')), undefined],
    ['none in practice', { ...withProfiles(profile('a', { region })), mode: 'practice' }, undefined],
  ])('is %s', (_, state, expected) => {
    expect(regionOfProfiles(state)).toBe(expected);
  });
});

describe('who is signed in', () => {
  const state: SignInState = {
    ...signedOut('aws'),
    attempt: { at: 'signed-in', view: signedInView, access: { at: 'idle' } },
  };
  it('holds for one Region alone', () => {
    expect(signedInFor(state, region)).toBe(signedInView);
    expect(signedInFor(state, 'eu-west-1')).toBeUndefined();
    expect(signedInFor(signedOut('aws'), region)).toBeUndefined();
  });
});

describe('what is denied', () => {
  it('leaves out what the job can do without, and what AWS does not say', () => {
    expect(
      deniedActions({
        rows: [
          { action: 'kms:CreateKey', answer: 'denied', optional: false },
          { action: 'iam:ListUsers', answer: 'denied', optional: true },
          { action: 'kms:CreateAlias', answer: 'unknown', optional: false },
          { action: 'kms:Encrypt', answer: 'allowed', optional: false },
        ],
      }),
    ).toEqual(['kms:CreateKey']);
  });
});

describe('what a job needs', () => {
  const view = {
    rows: [
      { action: 'kms:CreateKey', answer: 'denied', optional: false },
      { action: 'kms:ImportKeyMaterial', answer: 'allowed', optional: false },
    ],
    missingStatement: '{}',
  } as const;

  it('is everything, unless it says so', () => {
    expect(accessFor(view, undefined)).toEqual(view);
  });

  it('asks for no policy when nothing that it needs is missing', () => {
    expect(accessFor(view, ['kms:ImportKeyMaterial'])).toEqual({ rows: [view.rows[1]] });
    expect(accessFor(view, ['kms:CreateKey'])).toEqual({ rows: [view.rows[0]], missingStatement: '{}' });
  });
});
