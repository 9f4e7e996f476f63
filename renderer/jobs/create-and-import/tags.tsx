import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { TagView } from '../../../main/shared/views/aws';
import { keyWords } from '../../words/create-and-import/key';

export interface TagsProps {
  readonly tags: readonly TagView[];
  readonly onChange: (tags: readonly TagView[]) => void;
}

export function Tags({ tags, onChange }: TagsProps) {
  const change = (at: number, field: Partial<TagView>): void =>
    onChange(tags.map((tag, index) => (index === at ? { ...tag, ...field } : tag)));
  return (
    <FormField stretch label={keyWords.tags} description={keyWords.tagsText}>
      <AttributeEditor
        items={tags}
        empty={keyWords.noTags}
        addButtonText={keyWords.addTag}
        removeButtonText={keyWords.removeTag}
        onAddButtonClick={() => onChange([...tags, { key: '', value: '' }])}
        onRemoveButtonClick={({ detail }) => onChange(tags.filter((_, index) => index !== detail.itemIndex))}
        definition={[
          {
            label: keyWords.tagKey,
            control: (tag, index) => (
              <Input value={tag.key} onChange={({ detail }) => change(index, { key: detail.value })} />
            ),
          },
          {
            label: keyWords.tagValue,
            control: (tag, index) => (
              <Input value={tag.value} onChange={({ detail }) => change(index, { value: detail.value })} />
            ),
          },
        ]}
      />
    </FormField>
  );
}
