# One image for the coordinator, the agents and the simulated machines. Build the jars first (any ./vicinal command but help
# does that), then: docker compose up --build
FROM eclipse-temurin:25-jre
WORKDIR /opt/vicinal
COPY coordinator/target/coordinator-0.1.0-SNAPSHOT.jar coordinator/
COPY coordinator/target/lib coordinator/lib
COPY workshop-agent/target/workshop-agent-0.1.0-SNAPSHOT.jar workshop-agent/
COPY workshop-agent/target/lib workshop-agent/lib
COPY docker/start /usr/local/bin/start
RUN mkdir -p /data /enrolments && chown 1000:1000 /data /enrolments
USER 1000:1000
ENTRYPOINT ["start"]
