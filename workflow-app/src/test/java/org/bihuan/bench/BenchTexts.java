package org.bihuan.bench;

import java.util.List;
import org.bihuan.inbox.InboxFixtures;

/** Titles and places of the copied tasks, and what is looked for in them. */
final class BenchTexts {

    static final String PREFIX = "COPY-2026-";

    /** One task in 100 has it. */
    static final String RARE = "重点督办";

    /** One task in 20 has it. */
    static final String COMMON = "井盖";

    /** In no task at all, so that everything has to be looked through. */
    static final String ABSENT = "海水浴场";

    private static final List<String> MATTERS = List.of(
            "暴露垃圾", "占道经营", "井盖破损", "路灯不亮", "违章停车", "小广告", "绿化破坏", "污水外溢", "道路坑洼", "噪音扰民", "消防通道堵塞", "电线脱落", "树木倒伏",
            "无照经营", "施工扰民", "宠物扰民", "高空抛物", "楼道堆物", "公共设施损坏", "燃气隐患");

    private static final List<String> ROADS =
            List.of("辽宁路", "科技街", "台东", "延安路", "镇江路", "洛阳路", "合肥路", "同安路", "浮山新区", "水清沟");

    private BenchTexts() {}

    /** Number, title, place and marks of the task with this number. */
    static Object[] row(int n) {
        // Primes, so that neither goes along with the groups.
        String title = MATTERS.get((int) (n * 7919L / 500 % MATTERS.size())) + (n / 500 % 100 == 7 ? " " + RARE : "");
        String place =
                ROADS.get((int) (n * 6007L / 500 % ROADS.size())) + "街道第" + n % 500 + "社区 " + n / 500 % 211 + " 号";
        long[] marks = InboxFixtures.marks(number(n), title, place);
        return new Object[] {n, title, place, marks[0], marks[1], marks[2], marks[3]};
    }

    /** Case number of the task with this number. */
    static String number(int n) {
        return PREFIX + "%06d".formatted(n);
    }
}
