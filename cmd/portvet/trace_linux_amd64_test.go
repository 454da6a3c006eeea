package main_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestReach: what the vet tool does of what SECURITY.md says that it never
// does. Go vet hands it a description of a package; it reads the files that
// are named there, writes the two that are named there, starts nothing and
// talks to nobody.
func TestReach(t *testing.T) {
	dir, files := t.TempDir(), make(map[string]string)
	portvet := filepath.Join(binDir, "portvet")
	for _, u := range units(t, "log", "net") {
		u.VetxOnly = true
		if out, err := exec.Command(portvet, "-json", u.write(t, dir, files)).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", u.ImportPath, err, out)
		}
		files[u.ImportPath] = u.VetxOutput
	}
	source := filepath.Join(dir, "main.go")
	if err := os.WriteFile(source, []byte(served), 0o666); err != nil {
		t.Fatal(err)
	}
	root := &unit{
		ID: "example.com/served", ImportPath: "example.com/served", ModulePath: "example.com/served", Compiler: "gc", Dir: dir,
		GoFiles: []string{source}, ImportMap: map[string]string{"log": "log", "net": "net"},
	}
	cfg := root.write(t, dir, files)
	calls := trace(t, portvet, "-json", cfg)

	found, err := os.ReadFile(root.Stdout)
	if err != nil || !bytes.Contains(found, []byte("is hardcoded")) {
		t.Fatalf("the package was not looked at: %v\n%s", err, found)
	}
	reads := append([]string{cfg}, root.GoFiles...)
	for _, file := range root.PackageVetx {
		reads = append(reads, file)
	}
	for _, c := range calls {
		switch {
		case c.number != syscall.SYS_OPENAT:
			t.Errorf("system call %d: %s", c.number, c.path)
		case c.flags&(syscall.O_WRONLY|syscall.O_RDWR|syscall.O_CREAT) != 0:
			if c.path != root.VetxOutput && c.path != root.Stdout {
				t.Errorf("writes %s", c.path)
			}
		case strings.HasPrefix(c.path, "/sys/"), strings.HasPrefix(c.path, "/proc/self/"):
			// Go's runtime asks the kernel how large things are.
		case !slices.Contains(reads, c.path):
			t.Errorf("reads %s", c.path)
		}
	}
	if !slices.ContainsFunc(calls, func(c call) bool { return c.path == root.GoFiles[0] }) {
		t.Errorf("the trace lacks %s", root.GoFiles[0])
	}
}

// served is a package to lint with one finding.
const served = `package main

import (
	"log"
	"net"
)

func main() {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		conn.Close()
	}
}
`

// call is a system call that reaches beyond the process.
type call struct {
	number uint64
	path   string
	flags  uint64
}

// beyond are the system calls that name a file or reach another process or
// machine, and which argument is a path, -1 for none.
var beyond = map[uint64]int{
	syscall.SYS_OPEN: 0, syscall.SYS_OPENAT: 1, syscall.SYS_CREAT: 0,
	syscall.SYS_EXECVE: 0, syscall.SYS_FORK: -1, syscall.SYS_VFORK: -1,
	syscall.SYS_SOCKET: -1, syscall.SYS_CONNECT: -1, syscall.SYS_BIND: -1, syscall.SYS_PTRACE: -1, syscall.SYS_KILL: -1,
	syscall.SYS_UNLINK: 0, syscall.SYS_UNLINKAT: 1, syscall.SYS_RENAME: 0, syscall.SYS_RENAMEAT: 1,
	syscall.SYS_MKDIR: 0, syscall.SYS_MKDIRAT: 1, syscall.SYS_CHMOD: 0, syscall.SYS_FCHMODAT: 1,
}

// trace runs a program and returns the calls that it makes of those beyond.
func trace(t *testing.T, program string, args ...string) (calls []call) {
	t.Helper()
	// Only the thread that starts a process may trace it, and only it waits for
	// what it traces.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	p, err := os.StartProcess(program, append([]string{program}, args...), &os.ProcAttr{
		Files: []*os.File{null, null, null},
		Sys:   &syscall.SysProcAttr{Ptrace: true},
	})
	if err != nil {
		t.Skipf("no process may be traced here: %v", err)
	}
	defer p.Release()
	const (
		wall        = 0x40000000 // __WALL: threads too
		ofThread    = 0x20000000 // __WNOTHREAD: not what other tests started
		syscallStop = syscall.SIGTRAP | 0x80
		options     = syscall.PTRACE_O_TRACESYSGOOD | syscall.PTRACE_O_TRACECLONE | syscall.PTRACE_O_TRACEFORK |
			syscall.PTRACE_O_TRACEVFORK | 0x100000 // PTRACE_O_EXITKILL
	)
	started := false
	inside := make(map[int]bool) // by thread: in a system call
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, wall|ofThread, nil)
		switch {
		case err == syscall.EINTR:
			continue
		case err != nil:
			t.Fatalf("wait: %v", err)
		case status.Exited() || status.Signaled():
			if pid == p.Pid {
				if status.ExitStatus() != 0 {
					t.Fatalf("%s: exit status %d", program, status.ExitStatus())
				}
				return calls
			}
			continue
		}
		deliver := 0
		switch sig := status.StopSignal(); {
		case !started:
			started = true
			if err := syscall.PtraceSetOptions(pid, options); err != nil {
				t.Fatalf("trace: %v", err)
			}
		case sig == syscallStop:
			if inside[pid] = !inside[pid]; inside[pid] {
				if c, ok := callOf(pid); ok {
					calls = append(calls, c)
				}
			}
		case sig != syscall.SIGTRAP && sig != syscall.SIGSTOP:
			deliver = int(sig)
		}
		if err := syscall.PtraceSyscall(pid, deliver); err != nil && err != syscall.ESRCH {
			t.Fatalf("trace: %v", err)
		}
	}
}

// callOf returns the system call that a thread is about to make, if it is one
// of those beyond.
func callOf(pid int) (call, bool) {
	var regs syscall.PtraceRegs
	if syscall.PtraceGetRegs(pid, &regs) != nil {
		return call{}, false
	}
	arg, ok := beyond[regs.Orig_rax]
	c := call{number: regs.Orig_rax}
	switch {
	case arg == 0:
		c.path, c.flags = textAt(pid, regs.Rdi), regs.Rsi
	case arg == 1:
		c.path, c.flags = textAt(pid, regs.Rsi), regs.Rdx
	}
	return c, ok
}

// textAt returns the text, ended by a zero, at an address of a thread.
func textAt(pid int, addr uint64) string {
	var b strings.Builder
	var word [8]byte
	for b.Len() < 4096 {
		n, err := syscall.PtracePeekData(pid, uintptr(addr)+uintptr(b.Len()), word[:])
		if err != nil {
			break
		}
		if i := bytes.IndexByte(word[:n], 0); i >= 0 {
			b.Write(word[:i])
			break
		}
		b.Write(word[:n])
	}
	return b.String()
}
