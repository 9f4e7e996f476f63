import type { PeopleView, PersonView } from '../../main/shared/views/record';

/** Who took part, as it is typed. */
export interface PeopleDraft {
  readonly operator: string;
  readonly operatorRole: string;
  readonly witness: string;
  readonly witnessRole: string;
  readonly isAlone: boolean;
}

export const nobody: PeopleDraft = {
  operator: '',
  operatorRole: '',
  witness: '',
  witnessRole: '',
  isAlone: false,
};

/** What is missing; undefined when the record can be made. */
export function missingPerson({
  operator,
  witness,
  isAlone,
}: PeopleDraft): 'operator' | 'witness' | undefined {
  if (operator.trim() === '') return 'operator';
  return !isAlone && witness.trim() === '' ? 'witness' : undefined;
}

/** What is sent to main. A witness typed before the box was ticked is not sent. */
export function peopleOf(draft: PeopleDraft): PeopleView {
  const { operator, operatorRole, witness, witnessRole, isAlone } = draft;
  return {
    operator: personOf(operator, operatorRole),
    witness: isAlone ? 'none' : personOf(witness, witnessRole),
  };
}

const personOf = (name: string, role: string): PersonView => (role.trim() === '' ? { name } : { name, role });
