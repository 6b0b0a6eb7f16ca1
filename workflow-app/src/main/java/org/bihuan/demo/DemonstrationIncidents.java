package org.bihuan.demo;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.incident.HandUpReason;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.incident.IncidentCategory;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentFollowUp;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentReport;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.incident.Receipt;
import org.bihuan.org.Borders;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.Role;
import org.bihuan.org.SignInRecords;
import org.bihuan.org.UnitKind;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A few incidents in every state, played by the demonstration's own people through the services that all use. */
@Component
@Profile("demo")
class DemonstrationIncidents {

    private static final String COMMUNITY = "370203005001";

    private final IncidentIntake intake;
    private final IncidentHandling handling;
    private final IncidentVerification verification;
    private final IncidentDispatch dispatch;
    private final IncidentFollowUp followUp;
    private final IncidentCatalog catalog;
    private final PhotoService photos;
    private final OrgService org;
    private final Borders borders;
    private final SignInRecords records;
    private final JsonMapper json;

    DemonstrationIncidents(
            IncidentIntake intake,
            IncidentHandling handling,
            IncidentVerification verification,
            IncidentDispatch dispatch,
            IncidentFollowUp followUp,
            IncidentCatalog catalog,
            PhotoService photos,
            OrgService org,
            Borders borders,
            SignInRecords records,
            JsonMapper json) {
        this.intake = intake;
        this.handling = handling;
        this.verification = verification;
        this.dispatch = dispatch;
        this.followUp = followUp;
        this.catalog = catalog;
        this.photos = photos;
        this.org = org;
        this.borders = borders;
        this.records = records;
        this.json = json;
    }

    /** Plays them all; meant for a district that has just been loaded. */
    void play() {
        report("001", "暴露垃圾", "3 号楼东侧垃圾桶满溢,有异味。", "华阳路 10 号院 3 号楼");
        report("001", "非机动车乱停放", "单元门口电动车堵住无障碍通道。", "华阳路 10 号院 5 号楼");
        Receipt working = report("001", "道路破损", "人行道地砖松动,老人容易绊倒。", "科技街与华阳路路口");
        accept(working, "wangge");
        Receipt checking = report("001", "违规张贴小广告", "楼道墙面贴满小广告。", "华阳路 12 号 2 单元");
        handled(checking, "wangge", "已清理 2 单元全部小广告并重新粉刷。");
        Receipt rating = report("001", "路灯不亮", "院内第二盏路灯三天不亮。", "华阳路 12 号院");
        passed(rating, "wangge", "已更换灯泡并试灯正常。");
        Receipt closed = report("001", "楼道堆物", "四楼楼道堆放纸箱,影响通行。", "华阳路 8 号 1 单元");
        passed(closed, "wangge", "已劝导住户清走,楼道恢复通畅。");
        followUp.rate(closed.trackingToken(), version(closed), 5, "处理很快,谢谢。");
        Receipt again = report("002", "噪声扰民", "楼下烧烤店深夜音响声音很大。", "科技街 21 号");
        passed(again, "g" + COMMUNITY + "002", "已上门劝导店主调低音量。");
        followUp.reopen(again.trackingToken(), version(again), "昨晚十一点又开始了。");
        Receipt up = report("003", "私搭乱建", "楼顶新搭了彩钢房。", "科技街 33 号楼顶");
        accept(up, "g" + COMMUNITY + "003");
        as(
                Role.GRID_WORKER,
                "g" + COMMUNITY + "003",
                () -> handling.handUp(up.caseNumber(), version(up), HandUpReason.CANNOT_SOLVE, "需要执法部门认定并拆除。"));
        report("004", "不确定类别", "小区门口有一根线垂下来,不知道是什么线。", "科技街 40 号门口");
        Receipt invalid = report("005", "路灯不亮", "测试一下能不能用。", "");
        as(
                Role.DISPATCHER,
                "zhihui",
                () -> dispatch.invalidate(invalid.caseNumber(), version(invalid), "内容为测试,未反映具体问题。如有问题请重新上报。"));
    }

    private Receipt report(String grid, String category, String description, String address) {
        OrgUnit unit = org.findByCode(COMMUNITY + grid).orElseThrow();
        JsonNode ring = json.readTree(
                        borders.under(unit, UnitKind.GRID).getFirst().geometry())
                .get("coordinates")
                .get(0);
        // The cells are convex: the mean of their corners lies inside.
        double longitude = 0;
        double latitude = 0;
        int corners = ring.size() - 1;
        for (int i = 0; i < corners; i++) {
            longitude += ring.get(i).get(0).asDouble() / corners;
            latitude += ring.get(i).get(1).asDouble() / corners;
        }
        return intake.report(new IncidentReport(
                UUID.randomUUID().toString(),
                category(category),
                description,
                longitude,
                latitude,
                null,
                address,
                null,
                List.of(picture(category, false))));
    }

    private long category(String name) {
        return catalog.choices().stream()
                .filter(category -> category.name().equals(name))
                .map(IncidentCategory::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The catalogue lacks " + name));
    }

    private void accept(Receipt receipt, String worker) {
        as(Role.GRID_WORKER, worker, () -> handling.accept(receipt.caseNumber()));
    }

    private void handled(Receipt receipt, String worker, String note) {
        accept(receipt, worker);
        as(
                Role.GRID_WORKER,
                worker,
                () -> handling.handled(receipt.caseNumber(), version(receipt), note, List.of(picture("处置后", true))));
    }

    private void passed(Receipt receipt, String worker, String note) {
        handled(receipt, worker, note);
        as(Role.COMMUNITY_STAFF, "shequ", () -> {
            verification.take(receipt.caseNumber());
            verification.pass(receipt.caseNumber(), version(receipt), "现场核实,已解决。");
        });
    }

    private int version(Receipt receipt) {
        return followUp.find(receipt.trackingToken()).orElseThrow().version();
    }

    private PreparedPhoto picture(String words, boolean solved) {
        return photos.prepare(words.toLowerCase(Locale.ROOT) + ".png", DemonstrationPicture.of(words, solved));
    }

    private void as(Role role, String username, Runnable deed) {
        var principal = records.principal(username).orElseThrow();
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority("ROLE_" + role))));
        SecurityContextHolder.setContext(context);
        try {
            deed.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
