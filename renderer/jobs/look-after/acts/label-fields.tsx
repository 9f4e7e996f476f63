import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef, useState } from 'react';
import type { TagView } from '../../../../main/shared/views/aws';
import { useFocusOnAsking } from '../../../base/use-screen';
import { keyWords } from '../../../words/create-and-import/key';
import { relabelFields } from '../../../words/look-after/acts-labels';
import { without } from '../../../../main/shared/without';
import type { ActFieldsProps } from './act-fields-props';
import { BoundPanel } from './bound-panel';
import { changesFrom, goesBy, isFixed, isRelabelComplete, type Relabel } from './label-changes';

/** What is written on the key, to be changed. */
export function LabelFields({
  act,
  plan,
  askedTooEarly,
  onChange,
}: ActFieldsProps & { readonly act: Relabel }) {
  const { description = '', tags = [] } = plan.labels ?? {};
  const own = tags.filter(({ key }) => !isFixed(key));
  const [rows, setRows] = useState(own);
  const field = useRef<TextareaProps.Ref>(null);
  const isMissing = askedTooEarly > 0 && !isRelabelComplete(act);
  useFocusOnAsking(isRelabelComplete(act) ? 0 : askedTooEarly, field);
  const changeTags = (next: readonly TagView[]): void => {
    setRows([...next]);
    onChange({ ...act, ...changesFrom(own, next) });
  };
  const changeRow = (at: number, part: Partial<TagView>): void =>
    changeTags(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const fixed = tags.filter(({ key }) => isFixed(key)).map(({ key, value }) => `${key} = ${value}`);
  const hasNameless = act.set.some(({ key }) => key === '');
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{relabelFields.title}</Header>}>
        <SpaceBetween size="l">
          <FormField
            stretch
            label={relabelFields.description}
            description={relabelFields.descriptionText}
            errorText={isMissing && !hasNameless ? relabelFields.nothing : ''}
          >
            <Textarea
              ref={field}
              rows={2}
              value={act.description ?? description}
              onChange={({ detail: { value } }) =>
                onChange(value === description ? without(act, 'description') : { ...act, description: value })
              }
            />
          </FormField>
          <FormField
            stretch
            label={relabelFields.tags}
            description={relabelFields.tagsText}
            errorText={isMissing && hasNameless ? relabelFields.nameMissing : ''}
          >
            <AttributeEditor
              items={rows}
              empty={keyWords.noTags}
              addButtonText={keyWords.addTag}
              removeButtonText={keyWords.removeTag}
              onAddButtonClick={() => changeTags([...rows, { key: '', value: '' }])}
              onRemoveButtonClick={({ detail }) =>
                changeTags(rows.filter((_, index) => index !== detail.itemIndex))
              }
              definition={[
                {
                  label: keyWords.tagKey,
                  control: (tag, index) => (
                    <Input
                      value={tag.key}
                      onChange={({ detail }) => changeRow(index, { key: detail.value })}
                    />
                  ),
                },
                {
                  label: keyWords.tagValue,
                  control: (tag, index) => (
                    <Input
                      value={tag.value}
                      onChange={({ detail }) => changeRow(index, { value: detail.value })}
                    />
                  ),
                },
              ]}
            />
          </FormField>
          {fixed.length > 0 && (
            <Box color="text-body-secondary">
              <span className="breakable">{relabelFields.fixed(fixed.join(', '))}</span>
            </Box>
          )}
        </SpaceBetween>
      </Container>
      <BoundPanel by="tags" bound={plan.bound} isHit={(statement) => goesBy(statement, act)} />
    </SpaceBetween>
  );
}
