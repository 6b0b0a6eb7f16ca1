package org.bihuan.operation;

/**
 * A page that needs nothing of the program: no database, no session, no script of others. In both languages at once,
 * because nobody can be asked for theirs.
 */
final class PlainPage {

    /** After so many seconds it is worth trying again. */
    static final int RETRY_SECONDS = 15;

    private PlainPage() {}

    /** The database is away; tries again by itself and then shows what was asked for. */
    static String outage() {
        return page(
                "暂时连不上数据库",
                "系统正在恢复,本页每 15 秒自动重试,恢复后会回到您要打开的页面。填写中的内容请不要关闭:开着的表单仍在原处,稍后再点“提交”即可。",
                "The database cannot be reached",
                "We are restoring service. This page tries again every 15 seconds and then shows what you asked for."
                        + " Keep open forms open: what you wrote is still there, send it again later.",
                "",
                "<meta http-equiv=\"refresh\" content=\"" + RETRY_SECONDS + "\">");
    }

    /** Something unforeseen, with the number to read out. */
    static String unexpected(String errorId) {
        return page(
                "页面打不开",
                "程序出错。请稍后再试;如再出现,请把下面的错误编号告诉管理员。",
                "This page cannot be opened",
                "The program failed. Try again later; if it happens again, tell the administrator the number below.",
                errorId,
                "");
    }

    /** There is nothing here, or nothing that the visitor may know of. */
    static String notFound() {
        return page(
                "没有这个页面",
                "地址可能有误,内容可能已移走,或者您没有查看权限。",
                "There is no such page",
                "The address may be wrong, the content may have moved, or you may not see it.",
                "",
                "");
    }

    /** The request was refused, for example because a form lay open for too long. */
    static String refused() {
        return page(
                "请求没有被接受",
                "页面可能打开太久了。请回到上一页,刷新后再试。",
                "The request was not accepted",
                "The page may have been open for too long. Go back, reload and try again.",
                "",
                "");
    }

    private static String page(
            String chinese, String advice, String english, String englishAdvice, String number, String head) {
        String spoken = number.isEmpty()
                ? ""
                : "<p class=\"bihuan-error-number\" aria-label=\"%s\">%s</p>"
                        .formatted(String.join(" ", number.split("")), number);
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title>%6$s
                <style>
                body { margin: 0; font: 1rem/1.6 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1c2530; background: #f5f7fa; }
                main { max-width: 34rem; margin: 10vh auto; padding: 1.5rem; background: #fff; border: 1px solid #d9dee5; border-radius: 6px; }
                h1 { margin: 0 0 .5rem; font-size: 1.375rem; } [lang=en] { color: #5b6573; } [lang=en] b { display: block; }
                .bihuan-error-number { font: 700 2rem/1.4 ui-monospace, monospace; letter-spacing: .12em; }
                a { color: #1f5fbf; display: inline-block; padding: .6rem 0; }
                @media (max-width: 36rem) { main { margin: 0; border: 0; min-height: 100vh; box-sizing: border-box; } }
                </style></head>
                <body><main><h1>%1$s</h1><p>%2$s</p>%5$s<p lang="en"><b>%3$s</b>%4$s</p><a href="/">回到首页 · Home</a></main></body></html>
                """.formatted(chinese, advice, english, englishAdvice, spoken, head);
    }
}
