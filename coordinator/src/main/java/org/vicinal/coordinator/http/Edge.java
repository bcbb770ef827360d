package org.vicinal.coordinator.http;

import java.time.InstantSource;
import org.vicinal.coordinator.border.Enrolments;
import org.vicinal.coordinator.caller.Tokens;
import org.vicinal.coordinator.engine.Backup;
import org.vicinal.coordinator.engine.Commands;
import org.vicinal.coordinator.engine.Vitals;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.files.Photos;
import org.vicinal.coordinator.post.Postman;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.Views;

/**
 * Everything that the API stands on.
 *
 * @param clock for what people are told and for tokens; decisions use the broker's
 */
public record Edge(
    Commands commands,
    Enrolments enrolments,
    Backup backup,
    Vitals vitals,
    Views views,
    FileStore files,
    Photos photos,
    Vault vault,
    Tokens tokens,
    InstantSource clock,
    Postman postman,
    HttpSettings settings) {}
