import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { rehearseRestoreJob } from '../../words/shell/home';
import { rehearsePage } from '../../words/rehearse-restore/rehearse';
import { RehearsePage } from './rehearse-page';
import { RehearsedPage } from './rehearsed-page';
import { useRehearse } from './use-rehearse';

const titles = {
  form: rehearsePage.title,
  comparing: rehearsePage.comparing,
  rehearsed: rehearsePage.done,
} as const;

/** Opens a copy and compares it with a record; nothing is kept, and AWS is not asked. */
export function RehearseRestore({ onLeave }: { readonly onLeave: () => void }) {
  const [state, intents] = useRehearse();
  useScreenTitle(titles[state.step], ...(state.step === 'form' ? [] : [rehearseRestoreJob.label]));
  useHelp('rehearse-restore');
  switch (state.step) {
    case 'form':
      return <RehearsePage form={state} isComparing={false} intents={intents} onLeave={onLeave} />;
    case 'comparing':
      return <RehearsePage form={state.from} isComparing intents={intents} onLeave={onLeave} />;
    case 'rehearsed':
      return <RehearsedPage state={state} onAnother={intents.startOver} onLeave={onLeave} />;
  }
}
