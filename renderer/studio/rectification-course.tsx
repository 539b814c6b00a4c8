import { Timeline } from 'antd';
import type { StudioDetail } from '../../workflow/contract/studio.ts';

type Rectification = StudioDetail['rectifications'][number];

/** What the studio reported it had mended and what each re-inspection found, in the order of their days. 第十九条第二款. */
export function RectificationCourse({ rectification: { reports, reinspections } }: { readonly rectification: Rectification }) {
  if (reports.length === 0 && reinspections.length === 0) return null;
  const steps = [
    ...reports.map((report) => ({
      day: report.reportedOn,
      title: `整改报告　${report.reporter}`,
      lines: [
        report.summary,
        ...report.results.map(({ code, result, evidence }) => `${code}：${result}${evidence === null ? '' : `（${evidence}）`}`),
      ],
    })),
    ...reinspections.map((found) => ({
      day: found.inspectedOn,
      title: `复查　${found.resultLabel}　${found.inspectors}`,
      lines: [
        found.opinion ?? '',
        found.excuse === null ? '' : `逾期理由：${found.excuse}`,
        ...found.items.map(
          ({ code, mended, finding }) => `${code}：${mended ? '到位' : '不到位'}${finding === null ? '' : `，${finding}`}`,
        ),
      ],
    })),
  ].toSorted((left, right) => left.day.localeCompare(right.day));
  return (
    <Timeline
      className="rectification-course"
      items={steps.map(({ day, title, lines }) => ({
        key: `${day} ${title}`,
        content: (
          <>
            <strong>{day}</strong>　{title}
            {lines
              .filter((line) => line !== '')
              .map((line) => (
                <div key={line} className="faint">
                  {line}
                </div>
              ))}
          </>
        ),
      }))}
    />
  );
}
