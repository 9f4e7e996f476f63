import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import { Failure } from '../base/failure';
import { roleWords } from '../words/sign-in/sign-in';
import type { Attempt } from './state';
import type { SignInIntents } from './use-sign-in';

export interface RolePickerProps {
  readonly attempt: Extract<Attempt, { at: 'choose-role' }>;
  readonly intents: SignInIntents;
  readonly region: string;
}

/** Accounts and roles that the access portal offers to the person who has just answered in the browser. */
export function RolePicker({ attempt, intents, region }: RolePickerProps) {
  const { accounts, accountId } = attempt;
  const first = useRef<SelectProps.Ref>(null);
  useEffect(() => first.current?.focus(), []);
  const options = accounts.map((account) => ({
    value: account.accountId,
    label: account.accountName,
    labelTag: account.accountId,
  }));
  const roles = accounts.find((account) => account.accountId === accountId)?.roleNames ?? [];
  return (
    <Container header={<Header variant="h2">{roleWords.title}</Header>}>
      <SpaceBetween size="m">
        {attempt.failure && <Failure error={attempt.failure} takesFocus={false} />}
        <FormField label={roleWords.account}>
          <Select
            ref={first}
            placeholder={roleWords.accountPlaceholder}
            filteringType={options.length > 8 ? 'auto' : 'none'}
            filteringAriaLabel={roleWords.accountFilter}
            filteringPlaceholder={roleWords.accountFilter}
            noMatch={roleWords.noMatch}
            options={options}
            selectedOption={options.find(({ value }) => value === accountId) ?? null}
            onChange={({ detail }) => {
              if (detail.selectedOption.value !== undefined) {
                intents.chooseAccount(detail.selectedOption.value);
              }
            }}
          />
        </FormField>
        <FormField label={roleWords.role} description={roleWords.roleText}>
          <Select
            placeholder={roleWords.rolePlaceholder}
            filteringType={roles.length > 8 ? 'auto' : 'none'}
            filteringAriaLabel={roleWords.roleFilter}
            filteringPlaceholder={roleWords.roleFilter}
            noMatch={roleWords.noMatch}
            disabled={accountId === undefined}
            options={roles.map((name) => ({ value: name, label: name }))}
            selectedOption={null}
            onChange={({ detail }) => {
              const roleName = detail.selectedOption.value;
              if (roleName === undefined || accountId === undefined) return;
              intents.signIn({ by: 'role', attempt: attempt.attempt, accountId, roleName, region });
            }}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
