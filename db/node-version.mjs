/**
 * Why better-sqlite3 must not be loaded here, in Chinese, or `null` when it may. Its prebuilt binary crashes the whole
 * process on Node before 22.14 at the first `new Database()`, so this is asked before it is loaded. Plain JavaScript
 * without imports: the entry that an old Node starts must be able to read it too.
 */
export function unsupportedNode(version, ownBinding) {
  if (ownBinding) return null;
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 14)) return null;
  return (
    `无法打开登记库：当前的 Node ${version} 太旧，数据库部件需要 Node 22.14 或更新的版本。` +
    '请在程序目录运行 npm ci（会装好合适的 Node），再用 npm run desk 或 npm start 启动。'
  );
}
