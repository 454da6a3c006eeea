// Package process runs programs and says what they took.
package process

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// Result is what came of one command.
type Result struct {
	Stdout, Stderr []byte
	Code           int
	Err            error
	TooLong        bool          // it was stopped, since it took too long
	Wall           time.Duration // from the start to the end
	CPU            time.Duration // of the command and all that it started
	Peak           int64         // bytes of the largest process among them
}

// Run runs a command for at most some time, and whatever it starts no longer
// than it.
func Run(limit time.Duration, dir string, env []string, name string, args ...string) Result {
	ctx, stop := context.WithTimeout(context.Background(), limit)
	defer stop()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	began := time.Now()
	r := Result{Err: cmd.Run(), Wall: time.Since(began)}
	r.Stdout, r.Stderr = stdout.Bytes(), stderr.Bytes()
	r.TooLong = errors.Is(ctx.Err(), context.DeadlineExceeded)
	if s := cmd.ProcessState; s != nil {
		r.Code, r.CPU = s.ExitCode(), s.UserTime()+s.SystemTime()
		if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
			r.Peak = usage.Maxrss << 10
		}
	}
	return r
}

// Unknown makes a copy of a tool in dir of which go has no results, and
// returns its name: bytes behind the end of a program do no harm. The file is
// not read as a whole, since the peak of a child counts what its parent holds.
func Unknown(tool, dir string) (string, error) {
	from, err := os.Open(tool)
	if err != nil {
		return "", err
	}
	defer from.Close()
	to, err := os.CreateTemp(dir, filepath.Base(tool))
	if err != nil {
		return "", err
	}
	defer to.Close()
	if _, err := io.Copy(to, from); err != nil {
		return "", err
	}
	if _, err := fmt.Fprint(to, to.Name(), time.Now()); err != nil {
		return "", err
	}
	return to.Name(), to.Chmod(0o755)
}
