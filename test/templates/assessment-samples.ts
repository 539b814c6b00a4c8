import { plainDate } from '../../policy/plain-date.ts';
import type { DocumentInput } from '../../templates/document-kinds.ts';
import { awardListOf } from './samples.ts';

const shared = {
  measures: { title: '武昌区名师工作室建设管理办法', documentNumber: '武昌人才办〔2014〕2号' },
  level: 'in-system',
  department: '武汉市武昌区教育局',
  approver: '区人力资源局',
} as const;

/** A notice to so many studios, every third of them at the end of its cycle. */
export function assessmentNoticeOf(studioCount: number): DocumentInput<'assessment-notice'> {
  return {
    ...shared,
    year: 2027,
    number: '武昌教名〔2027〕6号',
    studios: awardListOf(studioCount).studios.map(({ name, lead, hostUnit }, index) => ({
      name,
      lead,
      hostUnit,
      kind: index % 3 === 2 ? 'periodic' : 'process',
      from: plainDate(`2026-0${(index % 2) + 8}-01`),
      to: plainDate(`2027-0${(index % 2) + 7}-31`),
    })),
    issuedOn: plainDate('2027-06-15'),
    contact: { name: '易水寒', phone: '027-00000000' },
    imprint: { copyTo: ['区人力资源局'], printer: '武汉市武昌区教育局办公室', printedOn: plainDate('2027-06-15') },
  };
}

/** The results of so many studios, each kind and grade in turn. */
export function assessmentCircularOf(studioCount: number): DocumentInput<'assessment-circular'> {
  const grades = ['excellent', 'qualified', 'qualified', 'unqualified'] as const;
  return {
    ...shared,
    year: 2027,
    number: '武昌教名〔2027〕15号',
    results: awardListOf(studioCount).studios.map(({ name, lead }, index) => ({
      name,
      lead,
      kind: index % 3 === 2 ? 'periodic' : 'process',
      assessedOn: plainDate(`2027-07-${String((index % 20) + 10)}`),
      tasks: 8,
      done: index % 4 === 3 ? 5 : 8,
      grade: grades[index % grades.length] ?? 'qualified',
    })),
    issuedOn: plainDate('2027-09-10'),
    imprint: { copyTo: ['区人力资源局'], printer: '武汉市武昌区教育局办公室', printedOn: plainDate('2027-09-10') },
  };
}
