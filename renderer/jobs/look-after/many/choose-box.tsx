import { useEffect, useRef } from 'react';

export interface ChooseBoxProps {
  readonly label: string;
  /** `some`: of those that it stands for. */
  readonly chosen: 'all' | 'some' | 'none';
  readonly onChange: (isChosen: boolean) => void;
}

/** A plain box, as fifty of them are drawn with every letter that is typed in the filter. */
export function ChooseBox({ label, chosen, onChange }: ChooseBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen === 'some';
  }, [chosen]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="choose-box"
      aria-label={label}
      checked={chosen === 'all'}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
