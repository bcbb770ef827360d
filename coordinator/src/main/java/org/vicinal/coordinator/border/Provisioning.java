package org.vicinal.coordinator.border;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.vicinal.coordinator.broker.TopicPlan;
import org.vicinal.messages.id.WorkshopId;
import org.vicinal.messages.wire.Topics;

/**
 * What a workshop gets at the broker: a pair of topics, three rights, one credential. Every step
 * may be done again. Safe for any number of threads.
 *
 * <p>The rights: read the calls, read its own instructions, write its own reports. Everything else
 * is refused, which makes the name of a reports topic the identity of who wrote there.
 */
final class Provisioning {
  private static final int ITERATIONS = 4096; // the least that Kafka takes; the secret is random
  private final Admin admin;
  private final TopicPlan plan;
  private final Secrets secrets;

  Provisioning(Admin admin, TopicPlan plan, Secrets secrets) {
    this.admin = admin;
    this.plan = plan;
    this.secrets = secrets;
  }

  /** Gives it everything that it has not. */
  synchronized void provide(WorkshopId workshop) {
    plan.ensureOf(workshop);
    permit(workshop);
    admit(workshop, secrets.keep(workshop));
  }

  /** The same, with a new secret, which is returned. */
  synchronized String provideAnew(WorkshopId workshop) {
    plan.ensureOf(workshop);
    permit(workshop);
    var secret = secrets.renew(workshop);
    admit(workshop, secret);
    return secret;
  }

  private void permit(WorkshopId workshop) {
    TopicPlan.waitFor(
        admin
            .createAcls(
                List.of(
                    right(workshop, Topics.CALLS, AclOperation.READ),
                    right(workshop, Topics.instructions(workshop), AclOperation.READ),
                    right(workshop, Topics.reports(workshop), AclOperation.WRITE)))
            .all());
  }

  private static AclBinding right(WorkshopId workshop, String topic, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry(principal(workshop), "*", operation, AclPermissionType.ALLOW));
  }

  private static String principal(WorkshopId workshop) {
    return "User:" + workshop;
  }

  private void admit(WorkshopId workshop, String secret) {
    var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    TopicPlan.waitFor(
        admin
            .alterUserScramCredentials(
                List.of(new UserScramCredentialUpsertion(workshop.value(), scram, secret)))
            .all());
  }

  /** Takes credential and rights away; the topics stay. */
  synchronized void remove(WorkshopId workshop) {
    secrets.remove(workshop);
    var known = TopicPlan.waitFor(admin.describeUserScramCredentials().users());
    if (known.contains(workshop.value())) {
      TopicPlan.waitFor(
          admin
              .alterUserScramCredentials(
                  List.of(
                      new UserScramCredentialDeletion(
                          workshop.value(), ScramMechanism.SCRAM_SHA_512)))
              .all());
    }
    var all =
        new AclBindingFilter(
            ResourcePatternFilter.ANY,
            new AccessControlEntryFilter(
                principal(workshop), null, AclOperation.ANY, AclPermissionType.ANY));
    TopicPlan.waitFor(admin.deleteAcls(List.of(all)).all());
  }
}
