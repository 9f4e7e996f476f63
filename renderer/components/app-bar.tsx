export interface AppBarProps {
  readonly appName: string;
  /** Empty on the home screen. */
  readonly jobName: string;
}

export function AppBar({ appName, jobName }: AppBarProps) {
  return (
    <header className="app-bar">
      <svg className="app-bar-mark" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="8" cy="8" r="3.5" />
        <path d="M11.5 8H21M17.5 8v3M20.5 8v2" />
        <path d="M2 15h20l-3 5.5H5z" />
      </svg>
      <span className="app-bar-name">{appName}</span>
      {jobName && <span className="app-bar-job">{jobName}</span>}
    </header>
  );
}
