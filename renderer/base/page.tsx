import Header, { type HeaderProps } from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useHeadingFocus } from './use-screen';

export interface PageProps extends Pick<HeaderProps, 'description' | 'actions'> {
  readonly title: string;
  /** For a table, which takes all the width that there is. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A screen under its heading, which gets the focus when the screen appears. */
export function Page({ title, isWide = false, description, actions, children }: PageProps) {
  const screen = useHeadingFocus<HTMLDivElement>();
  return (
    <div ref={screen} className={isWide ? 'page page-wide' : 'page'}>
      <SpaceBetween size="l">
        <Header variant="h1" description={description} actions={actions}>
          {title}
        </Header>
        {children}
      </SpaceBetween>
    </div>
  );
}
