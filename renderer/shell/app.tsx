import { lazy, startTransition, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { FinishedView } from '../../main/shared/views/finished';
import type { Result } from '../../main/shared/result';
import type { ResumedOfflineView, UnfinishedView } from '../../main/shared/views/unfinished';
import type { AppView, ParametersView } from '../../main/shared/views/app';
import { api } from '../base/api';
import { AppViewContext } from '../base/app-view';
import { HelpContext } from '../base/help';
import { PracticeContext } from '../base/practice-mark';
import { useMedia } from '../base/use-media';
import { AppBar } from '../components/app-bar';
import { PracticeMark } from '../components/practice-mark';
import { GuideBeside } from './guide-beside';
import { Home } from './home';
import { Notice } from './notice';
import { useGuide } from './use-guide';
import { afterCrash, appName, notOpened, versionLine } from '../words/shell/app';
import {
  checkRecordJob,
  createAndImportJob,
  finishImportJob,
  lookAfterJob,
  rehearseRestoreJob,
  wrapOfflineJob,
} from '../words/shell/home';
import { about } from '../words/shell/about';
import { finishedWork } from '../words/run/finished-work';
import { practice } from '../words/shell/practice';
import { unfinishedWork } from '../words/resume-work/unfinished';

// A job is loaded when it is opened: the first screen needs none of them.
const About = lazy(async () => ({ default: (await import('./about')).About }));
const CheckRecord = lazy(async () => ({
  default: (await import('../jobs/check-record/check-record')).CheckRecord,
}));
const CreateAndImport = lazy(async () => ({
  default: (await import('../jobs/create-and-import/create-and-import')).CreateAndImport,
}));
const FinishImport = lazy(async () => ({
  default: (await import('../jobs/finish-import/finish-import')).FinishImport,
}));
const LookAfter = lazy(async () => ({
  default: (await import('../jobs/look-after/look-after')).LookAfter,
}));
const RehearseRestore = lazy(async () => ({
  default: (await import('../jobs/rehearse-restore/rehearse-restore')).RehearseRestore,
}));
const FinishedPage = lazy(async () => ({
  default: (await import('../jobs/finished-work/finished-page')).FinishedPage,
}));
const OfflinePage = lazy(async () => ({
  default: (await import('../jobs/resume-work/offline-page')).OfflinePage,
}));
const ResumeWork = lazy(async () => ({
  default: (await import('../jobs/resume-work/resume-work')).ResumeWork,
}));
const UnfinishedAddition = lazy(async () => ({
  default: (await import('../jobs/add-receiver/unfinished-addition')).UnfinishedAddition,
}));
const WrapOffline = lazy(async () => ({
  default: (await import('../jobs/wrap-offline/wrap-offline')).WrapOffline,
}));

type JobName =
  | 'home'
  | 'create-and-import'
  | 'practise'
  | 'wrap-offline'
  | 'finish-import'
  | 'look-after'
  | 'rehearse-restore'
  | 'check-record';
type Screen =
  | { readonly at: Exclude<JobName, 'wrap-offline'> }
  /** `opened`: what the app was started with. `resumed`: where it stopped the last time. */
  | {
      readonly at: 'wrap-offline';
      readonly opened?: Result<ParametersView>;
      readonly resumed?: ResumedOfflineView;
    }
  | { readonly at: 'unfinished'; readonly work: UnfinishedView }
  | { readonly at: 'finished'; readonly work: FinishedView };

const jobNames: Record<Screen['at'], string> = {
  home: '',
  'create-and-import': createAndImportJob.label,
  practise: createAndImportJob.label,
  'wrap-offline': wrapOfflineJob.label,
  'finish-import': finishImportJob.label,
  'look-after': lookAfterJob.label,
  'rehearse-restore': rehearseRestoreJob.label,
  'check-record': checkRecordJob.label,
  unfinished: unfinishedWork.title,
  finished: finishedWork.title,
};

export function App() {
  const [screen, setScreen] = useState<Screen>({ at: 'home' });
  // The current screen stays until the next one is loaded.
  const open = (next: Screen): void => startTransition(() => setScreen(next));
  const [app, setApp] = useState<AppView>();
  const [isNotOpened, setIsNotOpened] = useState(false);
  const [isMarked, setIsMarked] = useState(false);
  const [isAbout, setIsAbout] = useState(false);
  const [isAfterCrash, setIsAfterCrash] = useState(false);
  const [guide, guideIntents] = useGuide(() => setIsAbout(true));
  const isBeside = guide.places.length > 0;
  // As in styles/guide.css: what is covered must not get the focus.
  const isCovered = useMedia('(max-width: 1000px)') && isBeside;
  const take = useEffectEvent((opened: Result<ParametersView>) => {
    // Work that is under way is not dropped for files that arrive meanwhile.
    const isFree = screen.at === 'home' || screen.at === 'wrap-offline';
    setIsNotOpened(!isFree);
    if (isFree) open({ at: 'wrap-offline', opened });
  });
  useEffect(() => api.onOpened((opened) => take(opened)), []);
  useEffect(() => {
    void api.describeApp({}).then((described) => {
      if (!described.ok) return;
      setApp(described.value);
      setIsAfterCrash(described.value.isAfterCrash === true);
    });
  }, []);
  const isPractice = screen.at === 'practise' || isMarked;
  return (
    <div className={`app${isPractice ? ' app-practice' : ''}${isBeside ? ' app-with-guide' : ''}`}>
      <AppBar appName={appName} jobName={jobNames[screen.at]} />
      {isPractice && <PracticeMark mark={practice.mark} text={practice.text} />}
      <main className="app-main" inert={isCovered}>
        <Notice
          {...afterCrash}
          type="warning"
          isShown={isAfterCrash && screen.at === 'home'}
          onDismiss={() => setIsAfterCrash(false)}
        />
        <Notice {...notOpened} type="info" isShown={isNotOpened} onDismiss={() => setIsNotOpened(false)} />
        <AppViewContext value={app}>
          <PracticeContext value={setIsMarked}>
            <HelpContext value={guideIntents.tellScreen}>
              <Suspense>
                <Job screen={screen} onOpen={open} onNotOpened={() => setIsNotOpened(true)} />
              </Suspense>
            </HelpContext>
          </PracticeContext>
        </AppViewContext>
      </main>
      <footer className="app-footer" inert={isCovered}>
        <span>{versionLine(app?.version)}</span>
        <button type="button" className="footer-button" onClick={() => setIsAbout(true)}>
          {about.open}
        </button>
      </footer>
      {isAbout && (
        <Suspense>
          <About onClose={() => setIsAbout(false)} />
        </Suspense>
      )}
      <GuideBeside guide={guide} intents={guideIntents} />
    </div>
  );
}

interface JobProps {
  readonly screen: Screen;
  readonly onOpen: (screen: Screen) => void;
  /** Files that the app was started with came at the wrong moment. */
  readonly onNotOpened: () => void;
}

function Job({ screen, onOpen, onNotOpened }: JobProps) {
  const open = (at: JobName) => (): void => onOpen({ at });
  const leave = open('home');
  // A key in AWS knows its unfinished work by its name only.
  const finish = async (run: string): Promise<void> => {
    const list = await api.listUnfinished({});
    const work = list.ok ? list.value.runs.find((each) => each.run === run) : undefined;
    onOpen(work ? { at: 'unfinished', work } : { at: 'home' });
  };
  switch (screen.at) {
    case 'home':
      return (
        <Home
          onOpen={(at) => onOpen({ at })}
          onUnfinished={(work) => onOpen({ at: 'unfinished', work })}
          onFinished={(work) => onOpen({ at: 'finished', work })}
        />
      );
    case 'create-and-import':
      // The keys keep what practice was told out of the real job.
      return <CreateAndImport key="aws" mode="aws" onLeave={leave} onLookAfter={open('look-after')} />;
    case 'practise':
      return (
        <CreateAndImport
          key="practice"
          mode="practice"
          onLeave={leave}
          onLookAfter={open('look-after')}
          onForReal={open('create-and-import')}
        />
      );
    case 'wrap-offline':
      return (
        <WrapOffline
          opened={screen.opened}
          resumed={screen.resumed}
          onNotOpened={onNotOpened}
          onRehearse={open('rehearse-restore')}
          onLeave={leave}
        />
      );
    case 'finish-import':
      return <FinishImport onForReal={open('wrap-offline')} onLeave={leave} />;
    case 'look-after':
      return <LookAfter onFinish={(run) => void finish(run)} onLeave={leave} />;
    case 'rehearse-restore':
      return <RehearseRestore onLeave={leave} />;
    case 'check-record':
      return <CheckRecord onLeave={leave} />;
    case 'finished':
      return <FinishedPage work={screen.work} onRehearse={open('rehearse-restore')} onLeave={leave} />;
    case 'unfinished':
      switch (screen.work.job) {
        case 'wrap-offline':
          return (
            <OfflinePage
              work={screen.work}
              onResumed={(resumed) => onOpen({ at: 'wrap-offline', resumed })}
              onLeave={leave}
            />
          );
        case 'add-receiver':
          return <UnfinishedAddition work={screen.work} onLeave={leave} />;
        case 'create-and-import':
        case 'finish-import':
        case 'import-again':
        case 'rotate':
        case 'act':
          return <ResumeWork work={screen.work} onLeave={leave} />;
      }
  }
}
