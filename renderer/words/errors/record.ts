import { limits } from '../../../main/shared/limits';
import { because, quoted, withFact, type Facts, type TextsOf } from './error-text';

const askForIt = 'Ask the person who keeps the record for the file as it was saved, and check that one.';
const changed = 'The file is not as it was saved.';

const atEvent = (facts: Facts): string => withFact(facts, 'event', (event) => ` at event ${event}`);

const fields: Readonly<Record<string, string>> = {
  operator: 'The name of the operator',
  operatorRole: 'The role of the operator',
  witness: 'The name of the witness',
  witnessRole: 'The role of the witness',
};

function whyNot(facts: Facts): string {
  const reasons: Readonly<Record<string, string>> = {
    empty: 'It is missing.',
    tooLong: `It is longer than ${facts['maxChars'] ?? limits.maxPersonChars} characters.`,
    character: `It holds an invisible character${withFact(facts, 'character', (character) => ` (${character})`)}.`,
    mixedScripts: `${quoted(facts, 'word', 'A word of it')} mixes letters of different scripts that look alike.`,
    samePerson: 'It is the name of the operator. A witness is somebody else.',
  };
  return because(facts, reasons, 'It cannot be taken into the record.');
}

export const recordTexts: TextsOf<'record'> = {
  'record.person': (facts) => ({
    title: `${fields[String(facts['field'])] ?? 'A name'} cannot stand in the record`,
    meaning: whyNot(facts),
    next: 'Type it again, then save the record.',
  }),
  'record.tooLarge': () => ({
    title: 'This file is too large for a ceremony record',
    meaning: 'No Keyferry record is this large.',
    next: askForIt,
  }),
  'record.notOurs': () => ({
    title: 'This file is no ceremony record',
    meaning: 'A ceremony record is the JSON file that Save ceremony record wrote.',
    next: 'Choose that file.',
  }),
  'record.unreadable': () => ({
    title: 'This record is damaged',
    meaning: `${changed} It is cut off, or characters were changed, so that it can no longer be read.`,
    next: askForIt,
  }),
  'record.version': (facts) => ({
    title: 'This record was made by a newer Keyferry',
    meaning: `It has ${withFact(facts, 'version', (version) => `version ${version} of the format`) || 'a later version of the format'}, which this Keyferry does not know.`,
    next: 'Check it with the newer Keyferry.',
  }),
  'record.broken': (facts) => ({
    title: 'This record was changed',
    meaning: `${changed} The first change is${atEvent(facts) || ' in one of its events'}, where the first event has the number 0.`,
    next: askForIt,
  }),
  'record.reordered': (facts) => ({
    title: 'This record was changed',
    meaning: `${changed} Parts of it are missing, repeated or in a different order${atEvent(facts)}.`,
    next: askForIt,
  }),
  'record.truncated': () => ({
    title: 'This record is not complete',
    meaning: `${changed} Events are missing at its beginning or its end.`,
    next: askForIt,
  }),
  'record.head': () => ({
    title: 'This record was changed',
    meaning: `${changed} What it says fits together, but not the head hash at its end.`,
    next: askForIt,
  }),
  'record.notCanonical': () => ({
    title: 'This record is written in another form',
    meaning: `${changed} It says the same, but spaces, line ends or the way of writing were changed, perhaps by an editor.`,
    next: askForIt,
  }),
  'record.malformed': (facts) => ({
    title: 'This record says what no record says',
    meaning: `Its chain is whole${withFact(facts, 'event', (event) => ` up to event ${event}`)}, but Keyferry did not write it like this.`,
    next: askForIt,
  }),
};
