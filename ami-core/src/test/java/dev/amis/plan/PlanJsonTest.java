package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanJsonTest {

    private static final Plan PLAN = Plan.of("retire 'web'", TinyEc2.ACCOUNT, TinyEc2.START)
            .addDecision(new Decision(
                    REGION,
                    IMAGE,
                    "web-1",
                    Optional.of(TinyEc2.START),
                    8,
                    "web",
                    2,
                    Verdict.DEPRECATE,
                    List.of(new Reason(Reason.Kind.NOTHING_KEEPS_IT, "no rule keeps it"))))
            .addAction(Worlds.planned(
                    new Action.Deprecate(REGION, IMAGE, NEXT_YEAR),
                    Facts.builder()
                            .state(ImageState.AVAILABLE)
                            .deprecationTime(Instant.MIN)
                            .tags(Tags.of("Stage", "x"))
                            .build()))
            .addAction(Worlds.planned(new Action.ChangeLaunchPermissions(
                    REGION, IMAGE, Set.of(LaunchPermission.EVERYONE), Set.of(LaunchPermission.of(FRIEND)))))
            .addNote("a note")
            .build();

    @Test
    void theDocumentIsOneLineForEachElement() {
        assertThat(PLAN.toJson()).isEqualTo("""
                {
                "amis":"plan/1",
                "fingerprint":"%s",
                "title":"retire 'web'",
                "account":"111122223333",
                "createdAt":"2026-01-05T08:00:00Z",
                "expiresAt":"2026-01-06T08:00:00Z",
                "notes":[
                "a note"],
                "decisions":[
                {"region":"eu-west-1","image":"ami-0123456789abcdef0","name":"web-1","created":"2026-01-05T08:00:00Z",\
                "volumeGib":8,"family":"web","rank":2,"verdict":"deprecate",\
                "reasons":[{"kind":"nothing-keeps-it","text":"no rule keeps it"}]}],
                "actions":[
                {"do":{"action":"deprecate","region":"eu-west-1","image":"ami-0123456789abcdef0",\
                "at":"2027-01-05T08:00:00Z"},"reason":"asked for","facts":{"state":"available",\
                "deprecationTime":"none","tags":[{"key":"Stage","value":"x"}]},\
                "reversibility":{"kind":"reversible","note":"the deprecation is cancelled again"}},
                {"do":{"action":"change-launch-permissions","region":"eu-west-1","image":"ami-0123456789abcdef0",\
                "add":["everyone"],"remove":["444455556666"]},"reason":"asked for",\
                "reversibility":{"kind":"partly","note":"they may launch it no longer, but keep the instances and copies \
                made meanwhile"}}]}""".formatted(PLAN.fingerprint()));
    }

    @Test
    void theFingerprintIsStable() {
        assertThat(PLAN.fingerprint()).isEqualTo("c4b94dac9be9570dbae160cc20284924ebebd122ef9d62c3727d2d1b1fd1b445");
    }

    @Test
    void anyEditIsRefused() {
        assertThatThrownBy(() -> Plan.fromJson(PLAN.toJson().replace("2027-01-05", "2027-01-06")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the plan cannot be read: fingerprint is not that of the content, so the plan was changed"
                        + " after it was written; make it anew instead");
    }

    @Test
    void anEditedFingerprintIsRefused() {
        assertRefused(PLAN.toJson().replace(PLAN.fingerprint(), "0".repeat(64)), "fingerprint is not that");
    }

    @Test
    void tidyingADocumentIsNoEdit() throws JsonProcessingException {
        ObjectMapper tidy = new ObjectMapper();
        ObjectNode tree = (ObjectNode) tidy.readTree(PLAN.toJson());
        ObjectNode actionFirst = (ObjectNode) tree.get("actions").get(0).get("do");
        actionFirst.set("action", actionFirst.remove("action"));
        tree.set("amis", tree.remove("amis"));
        assertThat(Plan.fromJson(tree.toPrettyString())).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"plan/1\" | \"plan/2\" | amis is 'plan/2', but must be 'plan/1'",
                "\"plan/1\" | \"report/1\" | amis is 'report/1', but must be 'plan/1'",
                "\"amis\":\"plan/1\", | `` | amis is missing",
                "\"account\":\"111122223333\", | `` | account is missing",
                "\"account\":\"111122223333\" | \"account\":\"1\" | account cannot be read: AccountId is '1'",
                "\"account\":\"111122223333\" | \"account\":null | account is null, but must be a text",
                "\"title\":\"retire 'web'\" | \"title\":7 | title is 7, but must be a text",
                "\"title\" | \"titel\" | titel is not a field that belongs here",
                "\"notes\":[ | \"notes\":{},\"x\":[ | notes is an object, but must be a list",
                "\"volumeGib\":8 | \"volumeGib\":\"8\" | decisions[0].volumeGib is a text, but must be a whole number",
                "\"rank\":2 | \"rank\":5000000000 | decisions[0].rank cannot be read: integer overflow",
                "\"verdict\":\"deprecate\" | \"verdict\":\"eat\" | decisions[0].verdict cannot be read: 'eat' is none of",
                "\"kind\":\"nothing-keeps-it\" | \"kind\":\"x\" | decisions[0].reasons[0].kind cannot be read: 'x' is none",
                "\"action\":\"deprecate\" | \"action\":\"destroy\" | actions[0].do.action is 'destroy', but must be one of",
                "\"action\":\"deprecate\", | `` | actions[0].do.action is missing",
                "\"at\":\"2027-01-05T08:00:00Z\" | \"at\":\"soon\" | actions[0].do.at cannot be read: Text 'soon'",
                "\"add\":[\"everyone\"] | \"add\":[\"444455556666\"] | actions[1].do cannot be read: launch permission",
                "\"add\":[\"everyone\"] | \"add\":[\"x\"] | actions[1].do.add[0] cannot be read: AccountId is 'x'",
                "\"state\":\"available\" | \"state\":\"fine\" | actions[0].facts.state cannot be read: 'fine' is no state",
                "\"kind\":\"partly\" | \"kind\":\"until\" | actions[1].reversibility cannot be read: retention is not set",
                "{\"region\" | 5,{\"region\" | decisions[0] is 5, but must be an object",
            })
    void whatIsWrongIsNamed(String original, String edited, String message) {
        String json = PLAN.toJson();
        int at = json.indexOf(original);
        assertThat(at).isNotNegative();
        assertRefused(
                json.substring(0, at) + edited + json.substring(at + original.length()),
                "the plan cannot be read: " + message);
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertRefused("{\n\"amis\": plan/1}", "the plan is not JSON: line 2, column ");
    }

    @Test
    void aCutDocumentIsRefused() {
        assertRefused(PLAN.toJson().substring(0, 500), "the plan is not JSON: ");
    }

    @Test
    void anEmptyDocumentIsRefused() {
        assertRefused(" ", "the plan cannot be read: the document is empty");
    }

    @Test
    void aDocumentThatGoesOnIsRefused() {
        assertRefused(
                PLAN.toJson() + "{}", "the plan cannot be read: the document goes on after its end with an object");
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        assertRefused(PLAN.toJson().replace("\"title\"", "\"title\":\"x\",\"title\""), "Duplicate field 'title'");
    }

    @Test
    void aTagKeyThatIsThereTwiceIsRefused() {
        String tag = "{\"key\":\"Stage\",\"value\":\"x\"}";
        assertRefused(
                PLAN.toJson().replace(tag, tag + "," + tag),
                "actions[0].facts.tags cannot be read: key 'Stage' is there twice");
    }

    @Test
    void anotherDocumentIsNoPlan() {
        assertRefused("[]", "the plan cannot be read: the document is a list, but must be an object");
    }

    @Test
    void aReportIsRefusedWhenEdited() {
        ChangeReport report = Worlds.engine(Worlds.ofOneImage()).applying(PLAN).apply();
        assertThatThrownBy(() -> ChangeReport.fromJson(report.toJson().replace("\"done\"", "\"failed\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the report cannot be read: fingerprint is not that of the content");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> Plan.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
