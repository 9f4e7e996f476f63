import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { bothInstants } from '../../words/instants';
import { plan } from '../../words/material';
import { notSaid, parametersLabels } from '../../words/parameters';
import { plainFileName, returnPackageName, tokenFileName, wrappedFileName } from '../../words/saved-files';
import { willExportPlaintext } from './selectors';
import type { MaterialStep } from './state';

/** What Wrap and save will write, and for which key. */
export function PlanPanel({ state }: { readonly state: MaterialStep }) {
  const { parameters } = state;
  return (
    <Container header={<Header variant="h2">{plan.title}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: parametersLabels.keyId,
            value: <span className="breakable">{parameters.keyId ?? notSaid.keyId}</span>,
          },
          {
            label: plan.validity,
            value:
              parameters.validTo === undefined
                ? plan.unknownValidity
                : plan.before(bothInstants(new Date(parameters.validTo))),
          },
          { label: wrappedFileName, value: plan.wrapped },
          { label: tokenFileName, value: plan.token },
          { label: returnPackageName, value: plan.returnPackage },
          ...(willExportPlaintext(state.draft) ? [{ label: plainFileName, value: plan.plain }] : []),
        ]}
      />
    </Container>
  );
}
