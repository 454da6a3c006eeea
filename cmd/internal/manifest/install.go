package manifest

import (
	"path"
	"slices"
	"strings"
)

// This file is about the tools that an image has: those of the image that it begins
// with, and what is installed while it is made.
// Have: RUN apk add --no-cache ca-certificates tzdata && adduser -D app

// Bare reports whether an image begins with one that has neither a shell nor tools.
func (img *Image) Bare() bool {
	base := img.Base.Value
	return base == "scratch" || strings.HasPrefix(base, "gcr.io/distroless/") && !strings.Contains(base, "debug")
}

// Small reports whether an image has the wget of busybox, which asks the first address
// of a name and no other.
func (img *Image) Small() bool {
	return strings.Contains(img.Base.Value, "alpine") || img.official() == "busybox"
}

// Without reports whether an image certainly comes without tool: the one that it begins
// with has none, and nothing installs it.
func (img *Image) Without(tool string) bool {
	return img.Bare() || slices.Contains(missing[img.official()], tool) && !img.MayInstall(tool)
}

// missing are tools that people expect, and that official images do not have.
var missing = map[string][]string{
	"alpine":  {"curl", "bash", "netcat", "ss"},
	"busybox": {"curl", "bash", "netcat", "ss"},
	"debian":  {"curl", "wget", "nc", "netcat"},
	"ubuntu":  {"curl", "wget", "nc", "netcat"},
}

// official returns the name of the official image of Docker that an image begins with, or "".
func (img *Image) official() string {
	name, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(img.Base.Value, "docker.io/"), "library/"), ":")
	name, _, _ = strings.Cut(name, "@")
	if img.Base.Open || strings.Contains(name, "/") {
		return ""
	}
	return name
}

// MayInstall reports whether what RUN runs may put a program of this name into the image:
// it names it, or does more than to install packages that are known to bring no program
// that people expect, and to prepare files and users.
func (img *Image) MayInstall(name string) bool {
	return slices.ContainsFunc(img.Runs, func(run string) bool {
		if strings.Contains(run, name) || strings.ContainsAny(run, "\n`") || strings.Contains(run, "$(") {
			return true
		}
		run = strings.NewReplacer("&&", ";", "||", ";", "|", ";").Replace(run)
		return slices.ContainsFunc(strings.Split(run, ";"), func(command string) bool { return !plain(strings.Fields(command)) })
	})
}

// plain reports whether a command of RUN is known to bring no program, but for those of
// modest packages.
func plain(words []string) bool {
	words = slices.DeleteFunc(words, func(w string) bool { return strings.HasPrefix(w, "-") })
	if len(words) == 0 {
		return true
	}
	switch tool := path.Base(words[0]); tool {
	case "apk", "apt-get", "apt":
		if len(words) > 1 && (words[1] == "add" || words[1] == "install") {
			return !slices.ContainsFunc(words[2:], func(p string) bool { return !modest(p) })
		}
		return true
	default:
		return preparing(tool)
	}
}

// preparing reports whether name is one of the programs that put files and users in order.
func preparing(name string) bool {
	switch name {
	case "adduser", "addgroup", "useradd", "groupadd", "mkdir", "chown", "chgrp", "chmod", "rm", "ln", "touch", "echo",
		"set", "true", "update-ca-certificates", "getent", "usermod", "id":
		return true
	}
	return false
}

// modest reports whether name is one of the packages without the tools that people expect.
func modest(name string) bool {
	switch name {
	case "ca-certificates", "tzdata", "libc6-compat", "gcompat", "libstdc++", "libgcc", "dumb-init", "tini", "su-exec",
		"netbase", "libc6", "upx", "openssl", "musl", "sqlite", "sqlite-libs", "gosu", "mysql-client", "postgresql-client",
		"redis", "ttf-dejavu", "fontconfig", "libcap", "mailcap":
		return true
	}
	return false
}
