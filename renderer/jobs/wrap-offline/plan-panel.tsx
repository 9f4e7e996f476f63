import { fileNames, travellingNames } from '../../../main/shared/file-names';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { bothInstants } from '../../words/shell/instants';
import { plan } from '../../words/custody/material';
import { forRotation, notSaid, parametersLabels } from '../../words/wrap-offline/parameters';
import { willExportPlaintext } from './selectors';
import type { MaterialStep } from './state';
import { FactValue } from '../../base/fact-value';

/** What Wrap and save will write, and for which key. */
export function PlanPanel({ state }: { readonly state: MaterialStep }) {
  const { parameters } = state;
  const names = travellingNames(parameters.practice === true);
  return (
    <Container header={<Header variant="h2">{plan.title}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: parametersLabels.keyId,
            value: <FactValue label={parametersLabels.keyId} value={parameters.keyId ?? notSaid.keyId} />,
          },
          ...(parameters.forRotation ? [{ label: parametersLabels.purpose, value: forRotation }] : []),
          {
            label: plan.validity,
            value:
              parameters.validTo === undefined
                ? plan.unknownValidity
                : plan.before(bothInstants(new Date(parameters.validTo))),
          },
          { label: names.encryptedKeyMaterial, value: plan.wrapped },
          { label: names.importToken, value: plan.token },
          { label: names.returnPackage, value: plan.returnPackage },
          ...(willExportPlaintext(state.draft)
            ? [{ label: fileNames.plaintextKeyMaterial, value: plan.plain }]
            : []),
        ]}
      />
    </Container>
  );
}
